import { cleanText, TEXT_LIMITS } from '@totrinh/domain';
import { detailsOf, refusal } from './dossier-driver.ts';

const clean = (text: string): string | null => {
  const answer = cleanText('comment', text);
  return answer.ok ? answer.value : null;
};

describe('Văn bản nhập vào · text as it is stored', () => {
  const sentence = 'Trình Ban Thường vụ Thành ủy xem xét, quyết định';

  test.each([
    ['chữ tổ hợp (NFD) được lưu thành NFC', sentence.normalize('NFD'), sentence],
    ['chữ đã là NFC giữ nguyên', sentence, sentence],
    ['khoảng trắng hai đầu bị bỏ', `  ${sentence}\n`, sentence],
    ['xuống dòng kiểu Windows và kiểu máy cũ thành một kiểu', 'một\r\nhai\rba', 'một\nhai\nba'],
    ['tab và xuống dòng ở giữa được giữ', 'một\thai\nba', 'một\thai\nba'],
    ['biểu tượng ngoài BMP không bị cắt', 'đồng ý 👍', 'đồng ý 👍'],
  ])('%s', (_name, input, expected) => {
    expect(clean(input)).toBe(expected);
  });

  test('NFD và NFC của cùng một câu cho cùng một văn bản', () => {
    expect(sentence.normalize('NFD')).not.toBe(sentence);
    expect(clean(sentence.normalize('NFD'))).toBe(clean(sentence));
  });

  test.each([
    ['NUL', 'ab\u0000c', 2],
    ['chuông', '\u0007abc', 0],
    ['escape', 'abc\u001B[31m', 3],
    ['DEL', 'a\u007Fb', 1],
    ['C1', 'một\u0085hai', 3],
    ['vị trí tính trên chữ đã chuẩn hóa', `${'ế'.normalize('NFD')}\u0001`, 1],
    ['nửa cặp thay thế đứng lẻ không lưu được thành UTF-8', 'ab\uD800c', 2],
    ['nửa cặp sau đứng lẻ', '\uDC00', 0],
  ])('ký tự điều khiển bị từ chối, kèm vị trí: %s', (_name, input, position) => {
    const answer = cleanText('comment', input);
    expect(refusal(answer)).toBe('TEXT_CONTROL_CHARACTER');
    expect(detailsOf(answer)).toMatchObject({ field: 'comment', position });
  });

  test.each([['rỗng', ''], ['chỉ có khoảng trắng', ' \n\t '], ['chỉ có dấu cách không ngắt', '\u00A0']])('văn bản %s bị từ chối', (_name, input) => {
    expect(refusal(cleanText('reason', input))).toBe('TEXT_EMPTY');
  });

  test('trao đổi dài 10 MB bị từ chối, nói rõ giới hạn', () => {
    const answer = cleanText('comment', 'ý '.repeat(5_000_000));
    expect(refusal(answer)).toBe('TEXT_TOO_LONG');
    expect(detailsOf(answer)).toMatchObject({ limit: TEXT_LIMITS.comment });
  });

  test.each(Object.entries(TEXT_LIMITS))('giới hạn của %s tính bằng ký tự sau chuẩn hóa: đúng %i thì nhận, hơn một thì không', (field, limit) => {
    const letter = 'ế'.normalize('NFD');
    expect(cleanText(field as keyof typeof TEXT_LIMITS, letter.repeat(limit)).ok).toBe(true);
    expect(detailsOf(cleanText(field as keyof typeof TEXT_LIMITS, letter.repeat(limit + 1)))).toMatchObject({ limit, length: limit + 1 });
  });
});
