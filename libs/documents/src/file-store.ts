import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, refuse, type Result } from '@totrinh/domain';
import { sniffType } from './accepted-types.ts';

/** A file as it is kept: named by the SHA-256 (hex) of its bytes; `size` in bytes; `mediaType` by what it holds. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export const MAX_FILE_BYTES = 50_000_000;

/**
 * Files by content in a folder: `ab/cd/<sha256>`. A file is whole and on disk (fsync of file and folder) before it has
 * its name; the same bytes twice are one file; nothing is ever overwritten.
 */
export class FileStore {
  readonly #folder: string;
  readonly #maxBytes: number;

  constructor(folder: string, maxBytes = MAX_FILE_BYTES) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** Keeps the bytes of a stream. Errors: FILE_TOO_LARGE (details: limit in bytes, limitMegabytes), FILE_TYPE_REFUSED. */
  async put(bytes: AsyncIterable<Uint8Array>): Promise<Result<StoredFile>> {
    const arriving = join(this.#folder, 'arriving', randomUUID());
    await mkdir(dirname(arriving), { recursive: true });
    try {
      const written = await this.#write(arriving, bytes);
      if (!written.ok) return written;
      const type = await sniffType(arriving);
      if (!type.ok) return type;
      await this.#place(arriving, written.value.sha256);
      return ok({ ...written.value, mediaType: type.value });
    } finally {
      await rm(arriving, { force: true });
    }
  }

  /** The bytes of a kept file, or null where there is none. The caller reads or destroys the stream. */
  async read(sha256: string): Promise<ReadStream | null> {
    const path = this.#pathOf(sha256);
    return (await exists(path)) ? createReadStream(path) : null;
  }

  async #write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<{ sha256: string; size: number }>> {
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of bytes) {
        size += chunk.length;
        // The rest is read and dropped, so that whoever sends it is there to hear the answer.
        if (size > this.#maxBytes) continue;
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if (size > this.#maxBytes) return refuse('FILE_TOO_LARGE', { limit: this.#maxBytes, limitMegabytes: this.#maxBytes / 1_000_000 });
      await file.sync();
    } finally {
      await file.close();
    }
    return ok({ sha256: hash.digest('hex'), size });
  }

  async #place(arriving: string, sha256: string): Promise<void> {
    const path = this.#pathOf(sha256);
    if (await exists(path)) return;
    await mkdir(dirname(path), { recursive: true });
    await rename(arriving, path);
    const folder = await open(dirname(path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  #pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a kept file is named by its SHA-256 in hex');
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fault;
  }
}
