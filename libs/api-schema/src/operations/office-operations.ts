import { z } from 'zod';
import { actsShape } from '../shapes/acts.ts';
import { codeParams, paging } from '../shapes/basics.ts';
import { healthShape, meShape } from '../shapes/directory.ts';
import { importAnswerShape, importBody, periodQuery, programmeShape, programmesShape } from '../shapes/programmes.ts';
import { registerNumbersQuery, registerNumbersShape, registersShape } from '../shapes/registers.ts';
import { operation } from './operation.ts';

const actsQuery = z.strictObject({ ...paging, correlationId: z.string().regex(/^[A-Za-z0-9._:-]{1,100}$/).optional().meta({ description: 'Beginning of the correlation id' }) });

export const officeOperations = {
  live: operation({ id: 'live', method: 'get', path: '/health/live', tag: 'health', vi: 'Tiến trình đang chạy', en: 'The process is alive', answers: { 200: healthShape }, open: true, errors: [] }),
  ready: operation({ id: 'ready', method: 'get', path: '/health/ready', tag: 'health', vi: 'Sẵn sàng phục vụ: có cơ sở dữ liệu', en: 'Ready to serve: the database answers', answers: { 200: healthShape }, open: true, errors: ['SERVICE_AWAY'] }),
  me: operation({ id: 'me', method: 'get', path: '/me', tag: 'directory', vi: 'Tôi là ai, giữ chức vụ gì', en: 'Who I am and which posts I hold', answers: { 200: meShape }, errors: [] }),
  listProgrammes: operation({ id: 'listProgrammes', method: 'get', path: '/programmes', tag: 'programmes', vi: 'Các chương trình', en: 'Programmes', query: z.strictObject(paging), answers: { 200: programmesShape }, errors: [] }),
  readProgramme: operation({ id: 'readProgramme', method: 'get', path: '/programmes/{id}', tag: 'programmes', vi: 'Chương trình với từng nội dung và số liệu; kỳ báo cáo từ ngày đến hết ngày', en: 'A programme with its items and figures; the period counts both days', params: codeParams, query: periodQuery, answers: { 200: programmeShape }, errors: ['PROGRAMME_NOT_FOUND'] }),
  importProgramme: operation({ id: 'importProgramme', verb: 'importProgramme', method: 'post', path: '/programmes/import', tag: 'programmes', vi: 'Nhập chương trình theo mã nội dung: tất cả hoặc không gì cả', en: 'Import a programme by item code: all of it or nothing', body: importBody, answers: { 200: importAnswerShape, 201: importAnswerShape }, acts: true, ifMatch: null, errors: ['NOT_ALLOWED', 'IMPORT_INVALID', 'BUSY'] }),
  listRegisters: operation({ id: 'listRegisters', method: 'get', path: '/registers', tag: 'registers', vi: 'Sổ văn bản, các dãy số và số còn thiếu', en: 'Registers, their series and missing numbers', query: z.strictObject(paging), answers: { 200: registersShape }, errors: [] }),
  listRegisterNumbers: operation({ id: 'listRegisterNumbers', method: 'get', path: '/registers/{id}/numbers', tag: 'registers', vi: 'Các số đã cấp của một sổ', en: 'Numbers given by a register', params: codeParams, query: registerNumbersQuery, answers: { 200: registerNumbersShape }, errors: ['REGISTER_NOT_FOUND'] }),
  listActs: operation({ id: 'listActs', method: 'get', path: '/acts', tag: 'acts', vi: 'Hành động đã ghi nhận: của tôi, hoặc của mọi người với quản trị', en: 'Recorded acts: mine, or everybody’s for an administrator', query: actsQuery, answers: { 200: actsShape }, errors: [] }),
};
