import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileStore } from '@totrinh/documents';

const folder = mkdtempSync(join(tmpdir(), 'totrinh-files-'));
const store = new FileStore(folder, 1_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (...chunks: (string | Buffer)[]): ReturnType<FileStore['put']> => store.put(Readable.from(chunks.map((c) => Buffer.from(c))));
const kept = (): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => f.name).sort();

describe('kho văn bản / the store of files', () => {
  test('a file is kept under the digest of its bytes and read back as it was', async () => {
    const stored = await put('Dự thảo ', 'MẪU');
    const sha256 = createHash('sha256').update('Dự thảo MẪU').digest('hex');
    expect(stored).toEqual({ ok: true, value: { sha256, size: Buffer.byteLength('Dự thảo MẪU'), mediaType: 'text/plain' } });
    expect(readFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'utf8')).toBe('Dự thảo MẪU');
    expect(await text((await store.read(sha256))!)).toBe('Dự thảo MẪU');
  });

  test('the same bytes twice are one file, and nothing is left of what arrived', async () => {
    await put('một');
    const before = kept();
    const all = await Promise.all([put('một'), put('m', 'ột'), put('một')]);
    expect(new Set(all.map((r) => (r.ok ? r.value.sha256 : r.error.code))).size).toBe(1);
    expect(kept()).toEqual(before);
  });

  test('a file that is too large is refused and leaves nothing', async () => {
    const before = kept();
    expect(await put(...Array.from({ length: 11 }, () => 'x'.repeat(100)))).toEqual({ ok: false, error: { code: 'FILE_TOO_LARGE', details: { limit: 1_000, limitMegabytes: 0.001 } } });
    expect(kept()).toEqual(before);
  });

  test('a stream that breaks off leaves nothing', async () => {
    const before = kept();
    const broken = Readable.from((function* chunks() { yield Buffer.from('một nửa'); throw new Error('đứt'); })());
    await expect(store.put(broken)).rejects.toThrow('đứt');
    expect(kept()).toEqual(before);
  });

  test('what is not there is null; what is no digest is a mistake of the caller', async () => {
    expect(await store.read('0'.repeat(64))).toBeNull();
    await expect(store.read('../../etc/passwd')).rejects.toThrow('SHA-256');
  });
});

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

describe('loại tệp theo nội dung / types by content', () => {
  test.each([
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'application/pdf'],
    ['PNG', PNG, 'image/png'],
    ['JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'image/jpeg'],
    ['plain text', Buffer.from('Kính gửi: Ban Thường vụ\n\tMẪU\r\n'), 'text/plain'],
  ])('%s is taken', async (_, bytes, mediaType) => {
    expect(await put(bytes)).toMatchObject({ ok: true, value: { mediaType } });
  });

  test.each([
    ['a Windows program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['a Linux program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1')],
    ['an archive', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
    ['XML that may carry scripts', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['text that is not UTF-8', Buffer.from([0x54, 0xfc, 0x72])],
    ['text cut in the middle of a character', Buffer.from('ạ').subarray(0, 2)],
    ['text with control characters', Buffer.from('a\u0000b')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused', async (_, bytes) => {
    expect(await put(bytes)).toMatchObject({ ok: false, error: { code: 'FILE_TYPE_REFUSED' } });
  });
});
