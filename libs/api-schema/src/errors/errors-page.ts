import { ERROR_CODES } from '@totrinh/domain';
import { ERRORS } from './catalogue.ts';

/** docs/errors.md: the catalogue as a page; a test proves the committed page equal to this. */
export function errorsPage(): string {
  const rows = ERROR_CODES.map((code) => {
    const { status, vi, en, advice } = ERRORS[code];
    return `| \`${code}\` | ${status} | ${vi} ${advice.vi} | ${en} ${advice.en} |`;
  });
  return [
    '# Mã lỗi · Error codes', '',
    'Mỗi lỗi của API là một problem (RFC 9457) với `type` là `urn:totrinh:error:MÃ`. Phần trong `[ ]` chỉ có khi biết chi tiết.', '',
    'Every error of the API is a problem (RFC 9457) whose `type` is `urn:totrinh:error:CODE`. A part in `[ ]` is there when its details are known.', '',
    '| Mã · Code | HTTP | Tiếng Việt | English |', '| --- | --- | --- | --- |', ...rows, '',
  ].join('\n');
}
