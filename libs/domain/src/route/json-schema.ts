import { z } from 'zod';
import type { StepKind } from './route.ts';
import { routeSchema } from './route.ts';

/** Where editors find the schema (`# yaml-language-server: $schema=…`). */
export const ROUTE_SCHEMA_ID = '/api/v1/routes/schema';

/** What an editor says about each key at the head of a route. */
const HEAD: Readonly<Record<string, string>> = {
  route: 'Mã quy trình: chữ thường, nối bằng gạch ngang · Name of the route: lower case words joined by hyphens',
  title: 'Tên quy trình bằng hai thứ tiếng · Title in both languages',
  for: 'Dùng cho loại nội dung và cấp thẩm quyền nào · Kinds of items and the authority it is for',
  starters: 'Chức vụ nào của cơ quan chủ trì được khởi tạo · Posts of the lead unit that may start it',
  fields: 'Dữ liệu có kiểu của hồ sơ, dùng trong điều kiện · Typed facts of the case, for conditions',
  units: 'Vai của cơ quan, đơn vị · Roles of units',
  groups: 'Vai của nhóm cơ quan được lấy ý kiến · Roles of groups of units',
  bodies: 'Vai của tập thể · Roles of bodies',
  start: 'Bước bắt đầu · The first step',
  steps: 'Các bước · The steps',
};

/** What an editor says about each kind of step. */
const KINDS: Readonly<Record<StepKind, string>> = {
  draft: 'Soạn thảo rồi trình · Draft and submit',
  review: 'Xem xét, kiểm tra · Review',
  consult: 'Lấy ý kiến · Ask opinions',
  appraise: 'Thẩm định · Appraise',
  approve: 'Phê duyệt, cho ý kiến · Approve',
  vote: 'Biểu quyết của tập thể · Vote of a body',
  finish: 'Hoàn thiện theo kết luận · Finish as concluded',
  sign: 'Ký · Sign',
  issue: 'Ban hành · Issue',
  track: 'Theo dõi thực hiện · Follow up',
  parallel: 'Các nhánh song song · Branches side by side',
  choice: 'Rẽ theo điều kiện · Choose by conditions',
  route: 'Quy trình con · Sub-route',
  notify: 'Gửi thông báo · Notify',
  webhook: 'Gọi hệ thống khác · Call another system',
  wait: 'Chờ · Wait',
  end: 'Kết thúc · End',
};

type Schema = Record<string, unknown>;

/** The JSON Schema (2020-12) of a route as its author writes it; what only the check of a whole route can tell is not in it. */
export function routeJsonSchema(): Schema {
  const schema: Schema = z.toJSONSchema(routeSchema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => {
      const kind = jsonSchema.properties?.['kind'];
      if (typeof kind === 'object' && typeof kind.const === 'string' && kind.const in KINDS) jsonSchema.description = KINDS[kind.const as StepKind];
    },
  });
  const properties = Object.fromEntries(Object.entries(schema['properties'] as Record<string, Schema>).map(([key, one]) => [key, HEAD[key] ? { ...one, description: HEAD[key] } : one]));
  return { $id: ROUTE_SCHEMA_ID, title: 'Quy trình · Route', ...schema, properties: { $schema: { type: 'string' }, ...properties } };
}
