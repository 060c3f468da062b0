import { inToneStyle } from '../../../apps/web/src/kit/words/tone-style.ts';

describe('kiểu đặt dấu thanh · where the tone mark stands', () => {
  test.each([
    ['Ủy ban, ủy quyền, Thành ủy', 'Uỷ ban, uỷ quyền, Thành uỷ'], ['hòa giải, khỏe, tòa, lũy kế', 'hoà giải, khoẻ, toà, luỹ kế'], ['quý III, quỹ, quản lý', 'quý III, quỹ, quản lý'],
    ['hoàn thiện, huỳnh, thuế, toàn văn', 'hoàn thiện, huỳnh, thuế, toàn văn'], ['ỦY BAN, HÒA', 'UỶ BAN, HOÀ'], ['úy, Thúy', 'uý, Thuý'],
  ])('%s → %s', (text, styled) => {
    expect(inToneStyle(text, 'new')).toBe(styled);
    expect(inToneStyle(text, 'old')).toBe(text);
    expect(inToneStyle(styled, 'new')).toBe(styled);
  });
});
