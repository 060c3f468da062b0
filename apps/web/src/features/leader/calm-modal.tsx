import { ConfigProvider, Modal } from 'antd';
import type { JSX, ReactNode } from 'react';
import { usePreferences } from '../../kit/words/preferences.ts';

interface CalmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, the one that does it first. */
  readonly buttons: readonly JSX.Element[];
  readonly onClose: () => void;
}

const CALM = { light: '#17509e', dark: '#3f78c4' };

/** A dialog of this screen: wide targets, and nothing in it is red. */
export function CalmModal({ title, children, buttons, onClose }: CalmProps): JSX.Element {
  // Chosen themes are written on the document; the system's choice comes with them.
  usePreferences();
  const primary = document.documentElement.dataset['theme'] === 'dark' ? CALM.dark : CALM.light;
  return (
    <ConfigProvider theme={{ token: { colorPrimary: primary, colorError: primary, controlHeight: 44 } }}>
      <Modal open title={title} onCancel={onClose} width={560} destroyOnHidden style={{ top: 16 }} focusable={{ focusTriggerAfterClose: false }} mask={{ closable: false }} footer={<div className="leader-buttons">{buttons}</div>} rootClassName="leader-dialog">
        {children}
      </Modal>
    </ConfigProvider>
  );
}
