import { readFile } from 'node:fs/promises';
import type { Connection } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { TemporalConfig } from './config/temporal-config.ts';
import { StartError, reasonOf } from './start-error.ts';
import { untilReady, type Patience } from './until-ready.ts';

type Dial = { address: string; apiKey?: string; tls?: { clientCertPair?: { crt: Buffer; key: Buffer }; serverRootCACertificate?: Buffer } };

async function pem(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new StartError({ vi: `Không đọc được tệp chứng thư ${path} (${reasonOf(error)})`, en: `cannot read the certificate file ${path} (${reasonOf(error)})` }, { cause: error });
  }
}

async function dial(config: TemporalConfig): Promise<Dial> {
  const { certFile, keyFile, caFile } = config.tls ?? {};
  const clientCertPair = certFile && keyFile ? { crt: await pem(certFile), key: await pem(keyFile) } : undefined;
  const serverRootCACertificate = caFile ? await pem(caFile) : undefined;
  return {
    address: config.address,
    ...(config.apiKey && { apiKey: config.apiKey }),
    ...(config.tls && { tls: { ...(clientCertPair && { clientCertPair }), ...(serverRootCACertificate && { serverRootCACertificate }) } }),
  };
}

function name(config: TemporalConfig): { vi: string; en: string } {
  return { vi: `Temporal tại ${config.address}`, en: `Temporal at ${config.address}` };
}

/**
 * A client connection, with TLS and API key as configured; retried for about 20 s (or as `patience` says).
 * Throws StartError, one sentence, when Temporal stays away or a certificate cannot be read. The caller closes it.
 */
export async function connectTemporal(config: TemporalConfig, patience?: Patience): Promise<Connection> {
  // Loaded here and not above: a process that only reads settings should not pay for gRPC.
  const { Connection: Client } = await import('@temporalio/client');
  const options = await dial(config);
  return untilReady(name(config), () => Client.connect({ ...options, connectTimeout: '2s' }), patience);
}

/**
 * The worker's native connection; same promises as connectTemporal. Loads the SDK's native core, so only the worker calls it.
 */
export async function connectTemporalWorker(config: TemporalConfig, patience?: Patience): Promise<NativeConnection> {
  const { NativeConnection: Native } = await import('@temporalio/worker');
  const options = await dial(config);
  return untilReady(name(config), () => Native.connect(options), patience);
}
