import { DossierDriver } from './dossier-driver.ts';

const LEGS: readonly { readonly until: string; readonly go: (d: DossierDriver) => void }[] = [
  { until: 'soan-thao', go: () => undefined },
  { until: 'duyet-noi-dung', go: (d) => { d.attach('du-thao', 'a1'); d.submit(); } },
  { until: 'lay-y-kien', go: (d) => { d.decide('duyet-noi-dung', 'btctu-truong', 'approved'); } },
  { until: 'tiep-thu', go: (d) => { d.decide('lay-y-kien', 'stc-truong', 'consent'); d.decide('lay-y-kien', 'btgtu-truong', 'consent'); } },
  { until: 'tham-dinh', go: (d) => { d.attach('to-trinh', 'b1'); d.submit(); } },
  { until: 'cho-y-kien', go: (d) => { d.decide('tham-dinh', 'vptu-truong', 'approved'); } },
  { until: 'thong-qua', go: (d) => { d.decide('cho-y-kien', 'tt-1', 'approved'); } },
  { until: 'ky', go: (d) => { for (const member of ['btv-1', 'btv-2', 'btv-3']) d.decide('thong-qua', member, 'approved'); } },
  { until: 'ban-hanh', go: (d) => { d.decide('ky', 'tt-1', 'signed'); } },
  { until: 'hoan-thanh', go: (d) => { d.issue(); } },
];

/** Drives the sample dossier on from where it stands until this step is open (or the dossier has ended there). */
export function driveTo(path: string, dossier = new DossierDriver()): DossierDriver {
  const from = dossier.case.steps.find((s) => s.state === 'open')?.path;
  const start = from === undefined ? 0 : 1 + LEGS.findIndex((l) => l.until === from);
  for (const leg of LEGS.slice(start, 1 + LEGS.findIndex((l) => l.until === path))) {
    leg.go(dossier);
    dossier.move();
  }
  return dossier;
}
