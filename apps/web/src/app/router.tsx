import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Home } from './home.tsx';
import { NotFound, RouteFault } from './route-faults.tsx';
import { Shell } from './shell.tsx';
import { SignedIn, SignedOut } from './signed-pages.tsx';

/** A screen that is loaded when it is first entered; its module exports `Screen`. */
const screen = (path: string, load: () => Promise<{ Screen: ComponentType }>): RouteObject => ({ path, lazy: async () => ({ Component: (await load()).Screen }), errorElement: <RouteFault /> });

export const router = createBrowserRouter([
  { path: '/signed-in', element: <SignedIn /> },
  { path: '/signed-out', element: <SignedOut /> },
  {
    element: <Shell />,
    errorElement: <RouteFault />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Home /> },
      screen('/tasks', () => import('../features/queue/queue-screen.tsx')),
      screen('/tasks/:task', () => import('../features/dossier/task-screen.tsx')),
      screen('/leader', () => import('../features/leader/leader-screen.tsx')),
      screen('/dossiers', () => import('../features/dossiers/dossiers-screen.tsx')),
      screen('/dossiers/:id', () => import('../features/dossier/dossier-screen.tsx')),
      screen('/compose', () => import('../features/compose/compose-screen.tsx')),
      screen('/compose/:dossier', () => import('../features/compose/draft-screen.tsx')),
      screen('/office', () => import('../features/office/office-screen.tsx')),
      screen('/meetings', () => import('../features/meetings/meetings-screen.tsx')),
      screen('/meetings/:id', () => import('../features/meetings/meeting-screen.tsx')),
      screen('/registers', () => import('../features/registers/registers-screen.tsx')),
      screen('/registers/:id', () => import('../features/registers/register-screen.tsx')),
      screen('/programmes', () => import('../features/programme/programme-screen.tsx')),
      screen('/programmes/:id', () => import('../features/programme/programme-screen.tsx')),
      screen('/overdue', () => import('../features/overdue/overdue-screen.tsx')),
      screen('/notices', () => import('../features/notices/notices-screen.tsx')),
      screen('/absences', () => import('../features/absences/absences-screen.tsx')),
      screen('/calendar', () => import('../features/calendar/calendar-screen.tsx')),
      screen('/ballots', () => import('../features/ballots/ballots-screen.tsx')),
      screen('/routes', () => import('../features/routes/routes-screen.tsx')),
      screen('/routes/:id', () => import('../features/routes/route-screen.tsx')),
      screen('/organisation', () => import('../features/organisation/organisation-screen.tsx')),
      { path: '*', element: <NotFound /> },
    ],
  },
]);
