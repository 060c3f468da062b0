export { ACCEPTED_TYPES, sniffType, UPLOAD_TYPES, type UploadType } from './accepted-types.ts';
export { FileStore, MAX_FILE_BYTES, type StoredFile } from './file-store.ts';
