import { idParams } from '../shapes/basics.ts';
import { composeItemsQuery, composeItemsShape, composeRoutesQuery, composeRoutesShape, composeRulesShape, submissionNeedsShape } from '../shapes/compose.ts';
import { operation } from './operation.ts';

const reading = { method: 'get', tag: 'compose' } as const;

/** What a drafter is asked and told before and while a dossier is written; nothing is changed by it. */
export const composeOperations = {
  listComposeItems: operation({ ...reading, id: 'listComposeItems', path: '/compose/items', vi: 'Nội dung chương trình tôi có thể mở hồ sơ', en: 'Programme items that I may open a dossier for', query: composeItemsQuery, answers: { 200: composeItemsShape }, errors: [] }),
  listComposeRoutes: operation({ ...reading, id: 'listComposeRoutes', path: '/compose/routes', vi: 'Quy trình phù hợp, với ngày dự kiến ban hành (ước tính)', en: 'Routes that fit, each with its estimated day of issue', query: composeRoutesQuery, answers: { 200: composeRoutesShape }, errors: ['ITEM_NOT_FOUND'] }),
  readComposeRules: operation({ ...reading, id: 'readComposeRules', path: '/compose/rules', vi: 'Độ mật, loại tệp được nhận, loại văn bản', en: 'Levels of secrecy, files that are taken, kinds of work', answers: { 200: composeRulesShape }, errors: [] }),
  readSubmissionNeeds: operation({ ...reading, id: 'readSubmissionNeeds', path: '/dossiers/{id}/submission-needs', vi: 'Còn thiếu gì để trình', en: 'What is missing before it may be submitted', params: idParams, answers: { 200: submissionNeedsShape }, errors: ['DOSSIER_NOT_FOUND'] }),
};
