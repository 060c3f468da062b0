export { dossierLifecycle, move, moved, standing } from './dossier-lifecycle.workflow.ts';
export { deadlineClock } from './deadline-clock.workflow.ts';
