import { Suspense } from 'react';
import { options } from '../options';
import { Controls } from './Controls';

async function ControlsOfShop() {
  return <Controls {...await options()} />;
}

export default function Page() {
  return (
    <Suspense>
      <ControlsOfShop />
    </Suspense>
  );
}
