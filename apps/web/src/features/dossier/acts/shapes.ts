import type { components } from '@totrinh/api-client';

type Shapes = components['schemas'];

export type Dossier = Shapes['Dossier'];
export type Task = Shapes['Task'];
export type Action = Shapes['AllowedAction'];
export type Answer = Shapes['LeaderAnswer'];
export type ActAnswer = Shapes['ActAnswer'];
export type FoundPerson = Shapes['FoundPerson'];
