export { dossierLifecycle, move, moved, standing } from './dossier-lifecycle.workflow.ts';
export { calendarReplan } from './calendar-replan.workflow.ts';
export { deadlineClock } from './deadline-clock.workflow.ts';
export { dailyDigest, postRound } from './post-round.workflow.ts';
export { sweep } from './sweep.workflow.ts';
