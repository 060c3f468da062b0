import { useNavigate } from 'react-router';
import { keepOrder, taskAddress, type TaskWish } from '../../kit/queue-order/queue-order.ts';
import type { DeskList, DeskRow } from './desk-address.ts';
import { useReadNotice } from './use-read-notice.ts';

/** Where a row leads, and what is noted when somebody goes there. */
export interface Opening { readonly addressFor: (row: DeskRow) => string; readonly opened: (row: DeskRow) => void; readonly open: (row: DeskRow, wish?: TaskWish) => void }

/** What I have to do opens as a task, with the list to go on through; everything else as its dossier. What I was told is read once I open it. */
export function useOpening(list: DeskList, here: string, rows: readonly DeskRow[]): Opening {
  const navigate = useNavigate();
  const read = useReadNotice();
  const addressFor = (row: DeskRow, wish?: TaskWish): string => (list === 'todo' && row.task !== null ? taskAddress(row.task, here, wish) : `/dossiers/${row.dossier.id}`);
  const opened = (row: DeskRow): void => {
    keepOrder(here, list === 'todo' ? rows.flatMap((each) => each.task ?? []) : [], row.task ?? row.id);
    const notice = row.told?.read === false ? row.told.notice : null;
    if (notice !== null) read.mutate(notice);
  };
  return {
    addressFor, opened,
    open: (row, wish) => {
      if (wish !== undefined && list !== 'todo') return;
      opened(row);
      void navigate(addressFor(row, wish));
    },
  };
}
