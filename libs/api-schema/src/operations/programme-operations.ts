import { z } from 'zod';
import { codeParams, paging } from '../shapes/basics.ts';
import { importAnswerShape, importBody, programmeQuery, programmeShape, programmesShape, reportQuery } from '../shapes/programmes.ts';
import { registerNumbersQuery, registerNumbersShape, registersShape } from '../shapes/registers.ts';
import { operation } from './operation.ts';

const programmes = { method: 'get', tag: 'programmes' } as const;
const registers = { method: 'get', tag: 'registers' } as const;
const SHEET = { media: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] } as const;

/** Programmes with their report, and the registers that their documents are numbered in. */
export const programmeOperations = {
  listProgrammes: operation({ ...programmes, id: 'listProgrammes', path: '/programmes', vi: 'Các chương trình', en: 'Programmes', query: z.strictObject(paging), answers: { 200: programmesShape }, errors: [] }),
  readProgramme: operation({ ...programmes, id: 'readProgramme', path: '/programmes/{id}', vi: 'Chương trình với từng nội dung và số liệu đến một ngày; kỳ báo cáo từ ngày đến hết ngày', en: 'A programme with its items and figures on a day; the period counts both days', params: codeParams, query: programmeQuery, answers: { 200: programmeShape }, errors: ['PROGRAMME_NOT_FOUND'] }),
  reportProgramme: operation({ ...programmes, id: 'reportProgramme', path: '/programmes/{id}/report.xlsx', vi: 'Báo cáo chương trình dạng bảng tính (XLSX), cùng bộ lọc', en: 'The programme’s report as a spreadsheet (XLSX), by the same filter', params: codeParams, query: reportQuery, answers: { 200: SHEET }, errors: ['PROGRAMME_NOT_FOUND'] }),
  importProgramme: operation({ id: 'importProgramme', verb: 'importProgramme', method: 'post', path: '/programmes/import', tag: 'programmes', vi: 'Nhập chương trình theo mã nội dung: tất cả hoặc không gì cả', en: 'Import a programme by item code: all of it or nothing', body: importBody, answers: { 200: importAnswerShape, 201: importAnswerShape }, acts: true, ifMatch: null, errors: ['NOT_ALLOWED', 'IMPORT_INVALID', 'BUSY'] }),
  listRegisters: operation({ ...registers, id: 'listRegisters', path: '/registers', vi: 'Sổ văn bản, các dãy số và số còn thiếu', en: 'Registers, their series and missing numbers', query: z.strictObject(paging), answers: { 200: registersShape }, errors: [] }),
  listRegisterNumbers: operation({ ...registers, id: 'listRegisterNumbers', path: '/registers/{id}/numbers', vi: 'Các số đã cấp của một sổ', en: 'Numbers given by a register', params: codeParams, query: registerNumbersQuery, answers: { 200: registerNumbersShape }, errors: ['REGISTER_NOT_FOUND'] }),
};
