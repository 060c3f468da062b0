import type { Route, RuleOf } from '../route.ts';
import { atStep, type RouteFault } from './fault.ts';

/** Vote rules that contradict themselves (engine: vote). */
export function voteFaults(route: Route): RouteFault[] {
  return Object.entries(route.steps).flatMap(([step, rule]) => (rule.kind === 'vote' ? contradictions(rule).map(([vi, en, key]) => atStep('voteRule', step, vi, en, 'rule', key)) : []));
}

function contradictions({ mode, rule }: RuleOf<'vote'>): [vi: string, en: string, key: string][] {
  const found: [string, string, string][] = [];
  const [sign, share] = rule.approve.split(' ');
  const [needed, whole] = fraction(share);
  if (needed > whole || (needed === whole && sign === '>')) found.push([`không bao giờ đạt “${rule.approve}”: cần một tỷ lệ không quá cả tập thể`, `can never reach “${rule.approve}”: the share must lie within the whole`, 'approve']);
  const [present, all] = rule.quorum === 'none' ? [0, 1] : fraction(rule.quorum);
  if (present > all) found.push([`không bao giờ đủ số người dự “${rule.quorum}”`, `can never have the quorum “${rule.quorum}”`, 'quorum']);
  if (rule.ballot === 'secret' && rule.tie === 'chair') found.push(['bỏ phiếu kín thì không thể tính theo bên của người chủ trì khi ngang phiếu: đặt tie: fail', 'is secret, so a tie cannot go to the chair’s side: set tie: fail', 'tie']);
  if (rule.close === 'early' && mode === 'meeting') found.push(['biểu quyết tại hội nghị không khép sớm: kết quả được ghi một lần', 'is held in a meeting and cannot close early: its result is entered once', 'close']);
  else if (rule.close === 'early' && (rule.base !== 'members' || rule.ballot !== 'open')) found.push(['chỉ được khép sớm khi tính trên tổng số thành viên và bỏ phiếu công khai', 'may close early only with base members and an open ballot', 'close']);
  return found;
}

function fraction(text: string | undefined): [number, number] {
  const [over, under] = (text ?? '').split('/').map(Number);
  return [over ?? 0, under ?? 1];
}
