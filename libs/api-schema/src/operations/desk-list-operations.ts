import { idParams } from '../shapes/basics.ts';
import { changeViewBody, deskCountsShape, deskListParams, deskListQuery, deskPageShape, orderViewsBody, viewAnswerShape, viewBody, viewRemovedShape, viewsOrderedShape, viewsShape } from '../shapes/desk-lists.ts';
import { operation, textErrors } from './operation.ts';

const reading = { method: 'get', tag: 'desk' } as const;
const acting = { tag: 'desk', acts: true, ifMatch: null } as const;

/** A person's desk: five lists with their counts, and the views that they keep of them. */
export const deskListOperations = {
  countDesk: operation({ ...reading, id: 'countDesk', path: '/desk/counts', vi: 'Số việc của tôi trong từng danh sách', en: 'How much stands in each list of my desk', answers: { 200: deskCountsShape }, errors: [] }),
  listDesk: operation({ ...reading, id: 'listDesk', path: '/desk/{list}', vi: 'Việc của tôi: cần xử lý; đã chuyển, chờ kết quả; nhận để biết; đã xử lý; vướng mắc', en: 'My desk: to do; waiting for others; for information; done; troubled', params: deskListParams, query: deskListQuery, answers: { 200: deskPageShape }, errors: [] }),
  listViews: operation({ ...reading, id: 'listViews', path: '/views', vi: 'Các chế độ xem tôi đã lưu', en: 'The views that I keep', answers: { 200: viewsShape }, errors: [] }),
  saveView: operation({ ...acting, id: 'saveView', verb: 'saveView', method: 'post', path: '/views', vi: 'Lưu một chế độ xem của tôi', en: 'Keep a view', body: viewBody, answers: { 201: viewAnswerShape }, errors: ['VIEW_NAME_TAKEN', 'VIEWS_TOO_MANY', ...textErrors, 'BUSY'] }),
  orderViews: operation({ ...acting, id: 'orderViews', verb: 'orderViews', method: 'put', path: '/views/order', vi: 'Sắp thứ tự các chế độ xem của tôi', en: 'Put my views in order', body: orderViewsBody, answers: { 200: viewsOrderedShape }, errors: ['VIEW_NOT_FOUND', 'BUSY'] }),
  changeView: operation({ ...acting, id: 'changeView', verb: 'changeView', method: 'put', path: '/views/{id}', vi: 'Đổi tên hoặc nội dung một chế độ xem', en: 'Rename or change a view', params: idParams, body: changeViewBody, answers: { 200: viewAnswerShape }, errors: ['VIEW_NOT_FOUND', 'VIEW_NAME_TAKEN', 'VERSION_MISMATCH', ...textErrors, 'BUSY'] }),
  removeView: operation({ ...acting, id: 'removeView', verb: 'removeView', method: 'delete', path: '/views/{id}', vi: 'Xóa một chế độ xem', en: 'Remove a view', params: idParams, answers: { 200: viewRemovedShape }, errors: ['VIEW_NOT_FOUND', 'BUSY'] }),
};
