/** A short route with every verb in it, as YAML; `name` keeps suites apart. */
export function routeSource(name: string): string {
  return `route: ${name}
title: { vi: Quy trình kiểm thử MẪU, en: Sample route of the tests }
units: { appraising: from item, issuing: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao:
    kind: draft
    title: { vi: Soạn thảo, en: Drafting }
    who: { person: drafter }
    due: { days: 30 }
    needs: { documents: [du-thao] }
    next: { completed: duyet }
  duyet: { kind: review, who: { headOf: leadUnit }, due: { days: 3 }, next: { approved: tham-dinh, returned: soan-thao } }
  tham-dinh: { kind: appraise, who: { unit: appraising }, reaches: submitted, next: { approved: phe-duyet, conditional: soan-thao, returned: soan-thao } }
  phe-duyet: { kind: approve, who: { body: authority }, rule: any, labels: { approved: Đồng ý }, next: { approved: ky, returned: soan-thao, rejected: dung } }
  ky: { kind: sign, who: { signers: authority }, next: { signed: ban-hanh, returned: soan-thao } }
  ban-hanh: { kind: issue, who: { post: clerk, of: issuing }, register: from item, completes: item, next: { issued: xong } }
  xong: { kind: end, status: done }
  dung: { kind: end, status: rejected }
`;
}
