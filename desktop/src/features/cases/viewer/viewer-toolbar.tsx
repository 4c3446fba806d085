import Download from '@mui/icons-material/FileDownloadOutlined';
import FitScreen from '@mui/icons-material/FitScreen';
import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import Print from '@mui/icons-material/Print';
import ZoomIn from '@mui/icons-material/ZoomIn';
import ZoomOut from '@mui/icons-material/ZoomOut';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { de } from '../../../texts/de.ts';
import { nextZoom, type Zoom } from './zoom.ts';

interface ViewerToolbarProps {
  readonly number: number;
  readonly pageCount: number;
  readonly scale: number;
  readonly isPrinting: boolean;
  readonly onPage: (number: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

/** Turning pages, size, printing and saving: everything the keyboard does too. */
export function ViewerToolbar(props: ViewerToolbarProps) {
  const { number, pageCount, scale, isPrinting, onPage, onZoom, onPrint, onSave } = props;
  const text = de.cases.files.viewer;
  const [larger, smaller] = [nextZoom(scale, 'in'), nextZoom(scale, 'out')];
  return (
    <Box role="toolbar" aria-label={text.toolbar} sx={bar}>
      {pageCount > 1 && (
        <Box sx={group}>
          <Press name={text.previous} isOff={number <= 1} onPress={() => onPage(number - 1)}>
            <NavigateBefore />
          </Press>
          <Box component="span" role="status" sx={{ minWidth: '7.5em', textAlign: 'center' }}>
            {text.pageOf(number, pageCount)}
          </Box>
          <Press name={text.next} isOff={number >= pageCount} onPress={() => onPage(number + 1)}>
            <NavigateNext />
          </Press>
        </Box>
      )}
      <Box sx={group}>
        <Press name={text.smaller} isOff={smaller === undefined} onPress={() => smaller && onZoom(smaller)}>
          <ZoomOut />
        </Press>
        <Box component="span" sx={{ minWidth: '3.5em', textAlign: 'center' }}>
          {text.percent(scale)}
        </Box>
        <Press name={text.larger} isOff={larger === undefined} onPress={() => larger && onZoom(larger)}>
          <ZoomIn />
        </Press>
        <Press name={text.fit} isOff={false} onPress={() => onZoom('fit')}>
          <FitScreen />
        </Press>
      </Box>
      <Box sx={group}>
        <Press name={text.print} isOff={isPrinting} onPress={onPrint}>
          <Print />
        </Press>
        <Press name={de.cases.files.save} isOff={false} onPress={onSave}>
          <Download />
        </Press>
      </Box>
    </Box>
  );
}

function Press(props: {
  readonly name: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    // not `disabled`: the keyboard would lose its place in the window at the last page
    <IconButton
      aria-label={props.name}
      title={props.name}
      aria-disabled={props.isOff}
      onClick={() => {
        if (!props.isOff) props.onPress();
      }}
      sx={{ '&[aria-disabled=true]': { color: 'action.disabled', cursor: 'default' } }}
    >
      {props.children}
    </IconButton>
  );
}

const bar = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  columnGap: 3,
  px: 2,
  py: 0.5,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
const group = { display: 'flex', alignItems: 'center', fontVariantNumeric: 'tabular-nums' } as const;
