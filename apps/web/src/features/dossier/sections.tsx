import type { JSX } from 'react';
import { Comments } from './comments.tsx';
import { Demands } from './demands.tsx';
import { Documents } from './documents.tsx';
import { HoldersTable } from './holders-table.tsx';
import { Opinions } from './opinions.tsx';
import { DossierRecord } from './record.tsx';
import { Reminders } from './reminders.tsx';
import { Results } from './results.tsx';
import { RouteDrawing } from './route-drawing.tsx';
import { LateSection, Section } from './section.tsx';
import { sectionsOf, type SectionName } from './section-names.ts';
import { Timeline } from './timeline.tsx';
import { ToldList } from './told-list.tsx';
import type { Dossier } from './use-dossier.ts';

/** All sections of the page; those that need a reading of their own load it when they come near. */
export function Sections({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  return <>{sectionsOf(dossier).map((name) => <One key={name} name={name} dossier={dossier} />)}</>;
}

function One({ name, dossier }: { readonly name: SectionName; readonly dossier: Dossier }): JSX.Element {
  switch (name) {
    case 'documents': return <Section name={name} count={dossier.documents.length}><Documents dossier={dossier} /></Section>;
    case 'route': return <LateSection name={name} render={() => <RouteDrawing dossier={dossier} />} />;
    case 'steps': return <Section name={name}><Timeline dossier={dossier} /></Section>;
    case 'opinions': return <Section name={name} count={dossier.opinions.length}><Opinions dossier={dossier} /></Section>;
    case 'results': return <Section name={name}><Results dossier={dossier} /></Section>;
    case 'demands': return <Section name={name} count={dossier.demands.length}><Demands dossier={dossier} /></Section>;
    case 'comments': return <Section name={name} count={dossier.comments.length}><Comments dossier={dossier} /></Section>;
    case 'holders': return <LateSection name={name} render={() => <HoldersTable id={dossier.id} />} />;
    case 'reminders': return <Section name={name}><Reminders dossier={dossier} /></Section>;
    case 'told': return <LateSection name={name} render={() => <ToldList dossier={dossier} />} />;
    case 'record': return <LateSection name={name} render={() => <DossierRecord dossier={dossier} />} />;
  }
}
