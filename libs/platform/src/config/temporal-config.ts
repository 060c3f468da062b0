import type { z } from 'zod';
import { StartError } from '../start-error.ts';
import { settings } from './settings.ts';

/** The environment keys of a Temporal connection; the same for every process that talks to Temporal. */
export const temporalShape = {
  TEMPORAL_ADDRESS: settings.address,
  TEMPORAL_NAMESPACE: settings.text.default('totrinh'),
  TEMPORAL_TLS_CERT: settings.text.optional(),
  TEMPORAL_TLS_KEY: settings.text.optional(),
  TEMPORAL_TLS_CA: settings.text.optional(),
  TEMPORAL_API_KEY: settings.text.optional(),
};

/** Where Temporal is and how to show who we are; the TLS fields are paths of PEM files. */
export type TemporalConfig = {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls?: { readonly certFile?: string; readonly keyFile?: string; readonly caFile?: string };
};

/** Shapes the keys into a TemporalConfig; an API key implies TLS. Throws StartError when only one of certificate and key is given. */
export function temporalConfig(read: z.infer<z.ZodObject<typeof temporalShape>>): TemporalConfig {
  const { TEMPORAL_TLS_CERT: certFile, TEMPORAL_TLS_KEY: keyFile, TEMPORAL_TLS_CA: caFile, TEMPORAL_API_KEY: apiKey } = read;
  if (Boolean(certFile) !== Boolean(keyFile)) {
    throw new StartError({ vi: 'TEMPORAL_TLS_CERT và TEMPORAL_TLS_KEY phải đi cùng nhau', en: 'TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together' });
  }
  const tls = certFile || caFile || apiKey ? { ...(certFile && { certFile }), ...(keyFile && { keyFile }), ...(caFile && { caFile }) } : undefined;
  return { address: read.TEMPORAL_ADDRESS, namespace: read.TEMPORAL_NAMESPACE, ...(apiKey && { apiKey }), ...(tls && { tls }) };
}
