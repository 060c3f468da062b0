import { AddressGuard, freshWebhookSecret, isWebhookSecret, loadWorkerConfig, webhookHeaders, type Resolved } from '@totrinh/platform';
import { Webhook } from 'standardwebhooks';

/** Names as a resolver of this suite answers them; one name stands for a public and a private address at once. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'hooks.example': ['93.184.216.34'], 'hooks6.example': ['2606:2800:220:1:248:1893:25c8:1946'], 'noi-bo.example': ['10.1.2.3'], 'hai-mat.example': ['93.184.216.34', '192.168.1.4'], 'localhost': ['127.0.0.1', '::1'], 'may-chu': ['10.9.0.1'],
};
const resolve = (host: string): Promise<readonly Resolved[]> => {
  const found = NAMES[host];
  return found ? Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))) : Promise.reject(new Error('ENOTFOUND'));
};
const judged = async (url: string, allowed: readonly string[] = []): Promise<string> => {
  const verdict = await new AddressGuard(allowed, resolve).judge(url);
  return verdict.ok ? 'called' : verdict.because;
};

describe('which addresses a webhook may call', () => {
  test.each([
    ['https://hooks.example/x', 'called'], ['https://hooks6.example/', 'called'], ['https://93.184.216.34/', 'called'],
    ['http://hooks.example/', 'httpsOnly'], ['ftp://hooks.example/', 'notHttp'], ['hooks.example', 'notAnAddress'], ['https://', 'notAnAddress'], ['https://a:b@hooks.example/', 'credentialsInAddress'], ['https://khong-co.example/', 'nameUnknown'],
    ['https://localhost/', 'privateAddress'], ['https://localhost./', 'privateAddress'], ['https://127.0.0.1/', 'privateAddress'], ['https://127.1/', 'privateAddress'], ['https://2130706433/', 'privateAddress'], ['https://0x7f.0.0.1/', 'privateAddress'],
    ['https://0.0.0.0/', 'privateAddress'], ['https://10.0.0.1/', 'privateAddress'], ['https://172.16.5.4/', 'privateAddress'], ['https://192.168.0.1/', 'privateAddress'], ['https://100.64.0.1/', 'privateAddress'],
    ['https://169.254.169.254/latest/meta-data', 'privateAddress'], ['https://168.63.129.16/', 'privateAddress'], ['https://[::1]/', 'privateAddress'], ['https://[::]/', 'privateAddress'], ['https://[fe80::1]/', 'privateAddress'], ['https://[fd00:ec2::254]/', 'privateAddress'],
    ['https://[::ffff:10.0.0.1]/', 'privateAddress'], ['https://[::127.0.0.1]/', 'privateAddress'], ['https://[::a00:1]/', 'privateAddress'], ['https://[::fffe:7f00:1]/', 'privateAddress'], ['https://[fec0::1]/', 'privateAddress'], ['https://[64:ff9b:1::7f00:1]/', 'privateAddress'], ['https://①②⑦.0.0.1/', 'privateAddress'], ['https://127。0。0。1/', 'privateAddress'], ['https://0177.0.0.1/', 'privateAddress'],
    ['https://[64:ff9b::a00:1]/', 'privateAddress'], ['https://[2002:a00:1::]/', 'privateAddress'], ['https://224.0.0.1/', 'privateAddress'], ['https://255.255.255.255/', 'privateAddress'],
    ['https://noi-bo.example/', 'privateAddress'], ['https://hai-mat.example/', 'privateAddress'],
  ])('%s: %s', async (url, expected) => expect(await judged(url)).toBe(expected));

  test.each([
    ['https://noi-bo.example/', ['10.1.0.0/16'], 'called'], ['http://noi-bo.example/', ['10.1.0.0/16'], 'called'], ['https://may-chu/', ['10.1.0.0/16'], 'privateAddress'], ['http://may-chu:8080/', ['may-chu'], 'called'],
    ['http://127.0.0.1:9/', ['127.0.0.1'], 'called'], ['http://localhost/', ['127.0.0.1'], 'privateAddress'], ['http://localhost/', ['127.0.0.0/8', '::1'], 'called'], ['https://hai-mat.example/', ['192.168.0.0/16'], 'called'], ['http://hai-mat.example/', ['192.168.0.0/16'], 'httpsOnly'],
  ])('%s where %s is allowed: %s', async (url, allowed, expected) => expect(await judged(url, allowed)).toBe(expected));
});

describe('signatures of webhooks', () => {
  test('are what Standard Webhooks verifies, and fail where a byte of body, id or time differs', () => {
    const secret = freshWebhookSecret();
    expect(isWebhookSecret(secret)).toBe(true);
    const body = JSON.stringify({ type: 'notice.reminded', data: { dossier: 'HS-000123', tên: 'Đề án' } });
    const heads = webhookHeaders('msg_1', new Date(), body, secret);
    const verifier = new Webhook(secret);
    expect(verifier.verify(body, heads)).toEqual(JSON.parse(body));
    for (const [changed, headers] of [[`${body} `, heads], [body, { ...heads, 'webhook-id': 'msg_2' }], [body, { ...heads, 'webhook-timestamp': String(Number(heads['webhook-timestamp']) - 1) }]] as const) expect(() => verifier.verify(changed, headers)).toThrow();
    expect(() => new Webhook(freshWebhookSecret()).verify(body, heads)).toThrow();
    expect(webhookHeaders('msg_1', new Date(), body, null)).not.toHaveProperty('webhook-signature');
  });
});

describe('settings of what goes out', () => {
  const env = { TOTRINH_DB_URL: 'postgres://a:b@127.0.0.1:5432/totrinh', TEMPORAL_ADDRESS: '127.0.0.1:7233' };
  const mail = { TOTRINH_SMTP_URL: 'smtp://127.0.0.1:1025', TOTRINH_MAIL_FROM: 'Tờ Trình <to-trinh@mau.invalid>', TOTRINH_PUBLIC_URL: 'https://to-trinh.example/' };

  test('mail needs a sender and the address that letters link to', () => {
    expect(loadWorkerConfig({ ...env, ...mail })).toMatchObject({ mail: { smtpUrl: 'smtp://127.0.0.1:1025', from: 'Tờ Trình <to-trinh@mau.invalid>' }, publicUrl: 'https://to-trinh.example' });
    expect(loadWorkerConfig(env)).not.toHaveProperty('mail');
    expect(() => loadWorkerConfig({ ...env, TOTRINH_SMTP_URL: mail.TOTRINH_SMTP_URL })).toThrow(/TOTRINH_MAIL_FROM/);
  });

  test.each([['TOTRINH_SMTP_URL', 'http://x'], ['TOTRINH_MAIL_FROM', 'a\r\nBcc: b@c'], ['TOTRINH_MAIL_FROM', 'nobody'], ['TOTRINH_WEBHOOK_ALLOW', 'a b'], ['TOTRINH_HOOK_SECRETS', 'so-hoa=khong-phai']])('%s refuses %j', (key, value) => {
    expect(() => loadWorkerConfig({ ...env, ...mail, [key]: value })).toThrow(new RegExp(key));
  });

  test('lists of hosts and secrets are read name by name', () => {
    const secret = freshWebhookSecret();
    expect(loadWorkerConfig({ ...env, TOTRINH_WEBHOOK_ALLOW: 'hook.noi-bo, 10.1.0.0/16', TOTRINH_HOOK_SECRETS: `so-hoa=${secret}` })).toMatchObject({ webhookAllow: ['hook.noi-bo', '10.1.0.0/16'], hookSecrets: { 'so-hoa': secret } });
  });
});
