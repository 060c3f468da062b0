/** A route with every kind of step of the story; `name` keeps runs apart. */
export const storyRoute = (name: string, title: string): string => `route: ${name}
title: { vi: ${title}, en: ${title} }
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item, standing: thuong-truc }
start: soan-thao
steps:
  soan-thao: { kind: draft, title: { vi: Soạn thảo, en: Drafting }, who: { person: drafter }, due: { days: 30 }, needs: { documents: [du-thao] }, next: { completed: duyet } }
  duyet: { kind: review, title: { vi: Duyệt nội dung, en: Content }, who: { headOf: leadUnit }, initials: content, due: { workingDays: 3 }, next: { approved: kiem-tra, returned: soan-thao } }
  kiem-tra: { kind: review, title: { vi: Kiểm tra thể thức, en: Form }, who: { post: form-checker, of: issuing }, initials: form, due: { workingDays: 2 }, next: { approved: y-kien, returned: soan-thao } }
  y-kien: { kind: consult, title: { vi: Lấy ý kiến, en: Opinions }, each: { units: cooperating }, due: { workingDays: 7 }, silence: unanswered, next: { completed: tiep-thu } }
  tiep-thu: { kind: draft, title: { vi: Tiếp thu và lập tờ trình, en: Opinions answered }, who: { person: drafter }, due: { workingDays: 5 }, needs: { documents: [du-thao, to-trinh], responses: all }, next: { completed: tham-dinh } }
  tham-dinh: { kind: appraise, title: { vi: Thẩm định, en: Appraisal }, who: { unit: appraising }, reaches: submitted, due: { workingDays: 10 }, next: { approved: cho-y-kien, conditional: bo-sung, returned: tiep-thu } }
  bo-sung: { kind: draft, title: { vi: Bổ sung theo thẩm định, en: Conditions met }, who: { person: drafter }, due: { workingDays: 5 }, needs: { documents: [du-thao], responses: all }, next: { completed: cho-y-kien } }
  cho-y-kien: { kind: approve, title: { vi: Thường trực cho ý kiến, en: Standing members }, authority: false, who: { body: standing }, rule: any, labels: { approved: Đồng ý đưa ra, returned: Hoàn thiện thêm, rejected: Chưa đưa ra }, next: { approved: bieu-quyet, returned: tiep-thu, rejected: khong } }
  bieu-quyet: { kind: vote, mode: meeting, title: { vi: Ban Thường vụ biểu quyết, en: Vote }, roster: { body: authority }, rule: { base: members, approve: "> 1/2" }, record: { post: form-checker, of: issuing }, next: { approved: ky, approvedSubjectTo: hoan-thien, rejected: khong, lapsed: tiep-thu } }
  hoan-thien: { kind: finish, title: { vi: Hoàn thiện theo kết luận, en: Finishing }, who: { headOf: leadUnit }, confirm: { signers: authority }, next: { confirmed: ky, returned: bieu-quyet } }
  ky: { kind: sign, title: { vi: Ký ban hành, en: Signature }, who: { signers: authority }, next: { signed: ban-hanh, returned: tiep-thu } }
  ban-hanh: { kind: issue, title: { vi: 'Lấy số, ban hành', en: Issue }, register: from item, who: { post: clerk, of: issuing }, completes: item, next: { issued: xong } }
  xong: { kind: end, status: done }
  khong: { kind: end, status: rejected }
`;
