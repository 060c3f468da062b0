import { z } from 'zod';
import { codeParams, idParams, paging } from '../shapes/basics.ts';
import { checkAnswerShape, checkBody, compareQuery, compareShape, diffAnswerShape, diffQuery, dossierDrawingQuery, drawingQuery, forecastShape, migrationQuery, migrationShape, simulateAnswerShape, simulateBody } from '../shapes/route-plays.ts';
import { publishAnswerShape, publishBody, routesShape, routeVersionParams, routeVersionShape } from '../shapes/routes.ts';
import { operation } from './operation.ts';

const reading = { method: 'get', tag: 'routes' } as const;
const ofDossier = { method: 'get', tag: 'dossiers', params: idParams } as const;
const SVG = { media: ['image/svg+xml'] } as const;

/** Routes: published, looked at, played; and a dossier on its route. */
export const routeOperations = {
  listRoutes: operation({ ...reading, id: 'listRoutes', path: '/routes', vi: 'Các quy trình, mỗi quy trình một phiên bản mới nhất', en: 'Published routes, the latest version of each', query: z.strictObject(paging), answers: { 200: routesShape }, errors: [] }),
  readRouteVersion: operation({ ...reading, id: 'readRouteVersion', path: '/routes/{id}/versions/{n}', vi: 'Một phiên bản quy trình như đã công bố', en: 'A route version as it was published', params: routeVersionParams, answers: { 200: routeVersionShape }, errors: ['ROUTE_NOT_FOUND'] }),
  publishRoute: operation({ id: 'publishRoute', verb: 'publishRoute', method: 'post', path: '/routes', tag: 'routes', vi: 'Công bố quy trình (YAML) thành phiên bản kế tiếp', en: 'Publish a route (YAML) as its next version', body: publishBody, answers: { 201: publishAnswerShape }, acts: true, ifMatch: null, errors: ['NOT_ALLOWED', 'ROUTE_INVALID', 'ROUTE_VERSION_FROZEN', 'BUSY'] }),
  readRouteSchema: operation({ ...reading, id: 'readRouteSchema', path: '/routes/schema', vi: 'JSON Schema của quy trình, cho trình soạn thảo', en: 'The JSON Schema of a route, for editors', answers: { 200: { media: ['application/schema+json'] } }, errors: [] }),
  checkRoute: operation({ id: 'checkRoute', method: 'post', path: '/routes/check', tag: 'routes', vi: 'Kiểm tra một quy trình mà không công bố', en: 'Check a route without publishing it', body: checkBody, answers: { 200: checkAnswerShape }, looks: true, errors: [] }),
  simulateRoute: operation({ id: 'simulateRoute', method: 'post', path: '/routes/simulate', tag: 'routes', vi: 'Chạy thử một quy trình với kết quả và ngày cho trước', en: 'Play a route over given outcomes and days', body: simulateBody, answers: { 200: simulateAnswerShape }, looks: true, errors: ['ROUTE_INVALID', 'ROUTE_NOT_FOUND', 'FIELDS_INVALID', 'STEP_NOT_FOUND', 'OUTCOME_NOT_POSSIBLE'] }),
  drawRoute: operation({ ...reading, id: 'drawRoute', path: '/routes/{id}/versions/{n}/drawing', vi: 'Sơ đồ của một phiên bản: SVG, Mermaid hoặc BPMN 2.0', en: 'A version as a drawing: SVG, Mermaid or BPMN 2.0', params: routeVersionParams, query: drawingQuery, answers: { 200: { media: ['image/svg+xml', 'text/vnd.mermaid', 'application/xml'] } }, errors: ['ROUTE_NOT_FOUND'] }),
  diffRoutes: operation({ ...reading, id: 'diffRoutes', path: '/routes/{id}/diff', vi: 'Khác nhau giữa hai phiên bản', en: 'What changes between two versions', params: codeParams, query: diffQuery, answers: { 200: diffAnswerShape }, errors: ['ROUTE_NOT_FOUND'] }),
  drawDossier: operation({ ...ofDossier, id: 'drawDossier', path: '/dossiers/{id}/drawing', vi: 'Sơ đồ quy trình với vị trí hiện tại của hồ sơ', en: 'The route as a drawing, with where the dossier stands', query: dossierDrawingQuery, answers: { 200: SVG }, errors: ['DOSSIER_NOT_FOUND', 'ROUTE_NOT_FOUND'] }),
  forecastDossier: operation({ ...ofDossier, id: 'forecastDossier', path: '/dossiers/{id}/forecast', vi: 'Các bước sắp tới, ai sẽ xử lý và khi nào: ước tính, không phải cam kết', en: 'Steps to come, with whom and when: an estimate, not a promise', answers: { 200: forecastShape }, errors: ['DOSSIER_NOT_FOUND'] }),
  compareDossier: operation({ ...ofDossier, id: 'compareDossier', path: '/dossiers/{id}/compare', vi: 'Văn bản nào đổi giữa hai lần trình', en: 'Which documents changed between two submissions', query: compareQuery, answers: { 200: compareShape }, errors: ['DOSSIER_NOT_FOUND', 'DOCUMENT_NOT_FOUND'] }),
  previewMigration: operation({ ...ofDossier, id: 'previewMigration', path: '/dossiers/{id}/migration', vi: 'Xem trước việc chuyển sang phiên bản quy trình khác', en: 'What moving to another version of the route would do', query: migrationQuery, answers: { 200: migrationShape }, errors: ['DOSSIER_NOT_FOUND', 'ROUTE_NOT_FOUND'] }),
};
