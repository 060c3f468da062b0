import { meShape } from '../shapes/directory.ts';
import { bodiesQuery, bodiesShape, organisationQuery, organisationShape, peopleQuery, peopleShape, unitsQuery, unitsShape } from '../shapes/organisation.ts';
import { operation } from './operation.ts';

const reading = { method: 'get', tag: 'directory', errors: [] } as const;

/** Who asks; units, posts and who holds them; people, units and bodies to choose from. Names and posts, never addresses. */
export const organisationOperations = {
  me: operation({ ...reading, id: 'me', path: '/me', vi: 'Tôi là ai, giữ chức vụ gì, xử lý thay ai, dùng màn hình nào', en: 'Who I am, which posts I hold, for whom I act, and which screens I use', answers: { 200: meShape } }),
  readOrganisation: operation({ ...reading, id: 'readOrganisation', path: '/organisation', vi: 'Cơ quan, chức vụ và người giữ chức vụ trong một ngày', en: 'Units, bodies, posts and who holds them on a day', query: organisationQuery, answers: { 200: organisationShape } }),
  listPeople: operation({ ...reading, id: 'listPeople', path: '/people', vi: 'Tìm người đang giữ chức vụ', en: 'Find people who hold a post today', query: peopleQuery, answers: { 200: peopleShape } }),
  listUnits: operation({ ...reading, id: 'listUnits', path: '/units', vi: 'Các cơ quan, đơn vị hiện có', en: 'Units there are today', query: unitsQuery, answers: { 200: unitsShape } }),
  listBodies: operation({ ...reading, id: 'listBodies', path: '/bodies', vi: 'Các tập thể, cấp có thẩm quyền hiện có', en: 'Bodies and authorities there are today', query: bodiesQuery, answers: { 200: bodiesShape } }),
};
