import BookmarkBorder from '@mui/icons-material/BookmarkBorder';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { hrefOf, type InboxView } from '../../ui/place.ts';
import { goTo } from '../../ui/use-place.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { type SavedView, withoutView, withView } from './saved-views.ts';
import { type ListSetup, leftKey, useSavedViews } from './use-list-setup.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';

interface ViewsMenuProps {
  readonly view: InboxView;
  readonly setup: ListSetup;
  readonly onRemoved: (view: SavedView) => void;
}

/** The clerk's own views: to go to, to save, to rename, to delete. */
export function ViewsMenu({ view, setup, onRemoved }: ViewsMenuProps) {
  const { kept } = useDesk();
  const [views, setViews] = useSavedViews();
  const [isOpen, setIsOpen] = useState(false);
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const button = useRef<HTMLButtonElement>(null);
  useShortcuts({ views: () => setIsOpen(true) });
  const text = de.inbox.savedViews;
  const { savedView, isChanged, state } = setup;

  /** Closes the menu first, so that a dialog finds the button to give the focus back to. */
  const choose = (act: () => void) => () => {
    setIsOpen(false);
    act();
  };

  function name(chosen: string) {
    if (naming === 'rename' && savedView) setViews(withView(views, { ...savedView, name: chosen }));
    else {
      const id = crypto.randomUUID();
      setViews(withView(views, { id, name: chosen, view, state }));
      // what was changed in the list is in the view now; the list itself begins anew
      setup.revert();
      goTo({ screen: 'inbox', view, saved: id });
    }
  }

  function update(of: SavedView) {
    setViews(withView(views, { ...of, state }));
    setup.revert();
  }

  function remove(of: SavedView) {
    setViews(withoutView(views, of.id));
    kept.write(leftKey(of.id), undefined);
    onRemoved(of);
  }

  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<BookmarkBorder aria-hidden />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        {text.open}
      </Button>
      {isOpen && (
        <Menu
          open
          anchorEl={button.current}
          onClose={() => setIsOpen(false)}
          slotProps={{
            list: { 'aria-label': text.title, dense: true },
            // the menu hangs outside the page's landmarks, so it is one itself
            paper: { component: 'section', 'aria-label': text.title },
          }}
        >
          {views.map((each) => (
            <MenuItem
              key={each.id}
              selected={each.id === savedView?.id}
              component="a"
              href={hrefOf({ screen: 'inbox', view: each.view, saved: each.id })}
              onClick={() => setIsOpen(false)}
            >
              {each.name}
            </MenuItem>
          ))}
          {views.length > 0 && <Divider />}
          {savedView &&
            isChanged && [
              <MenuItem key="update" onClick={choose(() => update(savedView))}>
                {text.update(savedView.name)}
              </MenuItem>,
              <MenuItem key="revert" onClick={choose(setup.revert)}>
                {text.revert}
              </MenuItem>,
            ]}
          <MenuItem onClick={choose(() => setNaming('new'))}>{text.save}</MenuItem>
          {savedView && [
            <MenuItem key="rename" onClick={choose(() => setNaming('rename'))}>
              {text.rename}
            </MenuItem>,
            <MenuItem key="remove" onClick={choose(() => remove(savedView))}>
              {text.remove}
            </MenuItem>,
          ]}
        </Menu>
      )}
      {naming && (
        <ViewNameDialog
          views={views}
          renamed={naming === 'rename' ? savedView : undefined}
          onName={name}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
