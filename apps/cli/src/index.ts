export { openHouse, type House, type HouseOptions, type PartName } from './house.ts';
export type { Seed } from './house/house-services.ts';
export { findHouse, type FoundHouse } from './house/house-file.ts';
export { auditRecord, type Audit, type AuditFault } from './audit/audit-record.ts';
export { rowsOf } from './calendar/change-house.ts';
