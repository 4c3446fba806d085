import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type FiguresView, figuresViews } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { goTo } from '../../ui/use-place.ts';
import { CasesView } from './cases-view.tsx';
import { HallView } from './hall/hall-view.tsx';
import { mayRead } from './may-read.ts';

/** For leads: the figures of the office. */
export function FiguresScreen({ view }: { readonly view: FiguresView }) {
  const { desk } = useDesk();
  return (
    <>
      <ScreenTitle title={de.figures.title} />
      {mayRead(desk.actor) ? <ShownFigures view={view} /> : <p>{de.figures.notAllowed}</p>}
    </>
  );
}

function ShownFigures({ view }: { readonly view: FiguresView }) {
  return (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={de.hallFigures.views.label}
        value={view}
        onChange={(_event, chosen: FiguresView | null) => {
          if (chosen) goTo({ screen: 'figures', view: chosen });
        }}
        sx={{ displayPrint: 'none', mt: 1.5 }}
      >
        {figuresViews.map((each) => (
          <ToggleButton key={each} value={each} sx={{ px: 1.5 }}>
            {de.hallFigures.views[each]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {view === 'cases' ? <CasesView /> : <HallView />}
    </>
  );
}
