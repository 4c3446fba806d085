import SvgIcon from '@mui/material/SvgIcon';

/** A gable with a door: the same drawing as public/icon.svg, in the colour of the text around it. */
export function Logo() {
  return (
    <SvgIcon viewBox="0 0 64 64" sx={{ fontSize: 32 }} aria-hidden>
      <path d="M32 6 6 26v6h5v22h42V32h5v-6L32 6Zm0 8.8L48 27v21.5H38V38a6 6 0 0 0-12 0v10.5H16V27l16-12.2Z" />
      <circle cx="32" cy="25.5" r="3.5" />
    </SvgIcon>
  );
}
