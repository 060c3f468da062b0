import { startMailbox, type RunningMailbox } from '@totrinh/embedded';
import { createMailer } from '@totrinh/platform';

describe('the mailbox of this machine', () => {
  let box: RunningMailbox;
  beforeAll(async () => { box = await startMailbox(); });
  afterAll(() => box.stop());
  const look = async (path: string): Promise<[number, string]> => {
    const answer = await fetch(box.url + path);
    return [answer.status, await answer.text()];
  };

  test('is empty at first, in both languages', async () => {
    expect(await look('/')).toEqual([200, expect.stringMatching(/Chưa có thư nào[^]*No letters yet/)]);
  });

  test('keeps what is sent, shows it newest first and one by one, as text that runs nowhere', async () => {
    const send = createMailer({ smtpUrl: box.smtpUrl, from: 'Tờ Trình <to-trinh@mau.invalid>' });
    const letter = (n: number): Parameters<typeof send>[0] => ({ key: `khoa-${n}`, to: { name: 'Trưởng ban, MẪU', address: 'btctu-head@mau.invalid' }, subject: `Hồ sơ HS-${n} <script>`, text: 'Mở <b>liên kết</b>: https://to-trinh.example', language: 'vi' });
    expect([await send(letter(1)), await send(letter(2))]).toEqual([{ sent: true }, { sent: true }]);
    const [, list] = await look('/');
    expect(list.indexOf('HS-2')).toBeLessThan(list.indexOf('HS-1'));
    const [status, one] = await look('/mails/1');
    expect([status, one.includes('&lt;khoa-1@mau.invalid&gt;'), one.includes('Mở &lt;b&gt;liên kết&lt;/b&gt;'), /<script|<b>/.test(one + list)]).toEqual([200, true, true, false]);
    expect((await look('/mails/99'))[0]).toBe(404);
  });
});
