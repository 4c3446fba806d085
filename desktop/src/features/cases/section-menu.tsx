import Toc from '@mui/icons-material/Toc';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { keysOf } from '../../ui/shortcuts.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';

/** Jumps to a part of the screen by its heading; which there are is read from the page, so that none is forgotten. */
export function SectionMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const [headings, setHeadings] = useState<readonly HTMLElement[]>();
  const target = useRef<HTMLElement>(undefined);
  const open = () => setHeadings([...document.querySelectorAll<HTMLElement>('main section > h2')]);
  useShortcuts({ sections: open });
  const text = de.work.sections;
  const keys = keysOf('sections');

  /** After the menu gave the focus back to its button, or it would be taken away again. */
  function jump() {
    const heading = target.current;
    target.current = undefined;
    if (heading === undefined) return;
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView();
  }

  return (
    <>
      <Button
        ref={button}
        size="small"
        color="inherit"
        startIcon={<Toc />}
        aria-haspopup="menu"
        aria-expanded={headings !== undefined}
        aria-keyshortcuts={keys}
        title={`${text.open} (${keys})`}
        onClick={open}
      >
        {text.open}
      </Button>
      <Menu
        anchorEl={button.current}
        open={headings !== undefined}
        onClose={() => setHeadings(undefined)}
        slotProps={{
          list: { 'aria-label': text.list, dense: true },
          // the menu hangs outside the page's landmarks, so it is one itself
          paper: { component: 'section', 'aria-label': text.list },
          transition: { onExited: jump },
        }}
      >
        {headings?.map((heading) => (
          <MenuItem
            key={heading.id}
            onClick={() => {
              target.current = heading;
              setHeadings(undefined);
            }}
          >
            {heading.textContent}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
