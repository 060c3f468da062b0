export { ACCEPTED_TYPES, sniffType } from './accepted-types.ts';
export { FileStore, MAX_FILE_BYTES, type StoredFile } from './file-store.ts';
