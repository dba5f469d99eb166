import { useQuery } from '@tanstack/react-query';
import type { SwitchPreview } from '#contracts/http/switch.ts';
import type { SwitchTarget } from '#contracts/switch.ts';
import { switchPreviewQuery } from '../ask/switches.ts';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { switchTexts } from '../texts/switch-texts.ts';

const words = switchTexts.pull;

/** Which runs would wait if it were switched off. */
export function SwitchPreviewed({ target }: { target: SwitchTarget }) {
  const preview = useQuery(switchPreviewQuery(target));
  if (preview.data) return <Told preview={preview.data} />;
  return preview.isError ? <Failed error={preview.error} retry={() => void preview.refetch()} /> : <Waiting />;
}

function Told({ preview }: { preview: SwitchPreview }) {
  const titleOf = useProcessTitle();
  return (
    <div>
      {preview.pulled ? <p>{words.already}</p> : <p>{words.touched(preview.runs)}</p>}
      <ul className="sentences">
        {preview.processes.map(({ process, runs }) => (
          <li key={process}>{words.ofProcess(titleOf(process), runs)}</li>
        ))}
      </ul>
      {preview.target.kind === 'connector' ? <p className="soft small">{words.byConnector}</p> : null}
      {preview.mayPull ? null : <p className="soft">{words.notYours}</p>}
    </div>
  );
}
