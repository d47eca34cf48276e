'use client';
import { labelOf } from '@autograph/editor';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  BringToFront,
  ChevronDown,
  ChevronUp,
  Copy,
  EyeOff,
  Group,
  Lock,
  LockOpen,
  type LucideIcon,
  SendToBack,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { Section } from './section.tsx';

type Row = readonly (readonly [command: string, icon: LucideIcon])[];

const aligning: Row = [
  ['align_left', AlignStartVertical],
  ['align_center', AlignCenterVertical],
  ['align_right', AlignEndVertical],
  ['align_top', AlignStartHorizontal],
  ['align_middle', AlignCenterHorizontal],
  ['align_bottom', AlignEndHorizontal],
  ['distribute_horizontal', AlignHorizontalSpaceAround],
  ['distribute_vertical', AlignVerticalSpaceAround],
];

const ordering: Row = [
  ['bring_to_front', BringToFront],
  ['bring_forward', ChevronUp],
  ['send_backward', ChevronDown],
  ['send_to_back', SendToBack],
];

function CommandButtons({ row }: { row: Row }) {
  const { editor } = useFileSession();
  const keysOf = useKeysOf();
  return row.map(([id, Icon]) => {
    const command = editor.commands.find((candidate) => candidate.id === id);
    if (!command?.enabled(editor)) return null;
    return (
      <IconButton key={id} label={labelOf(command, editor)} keys={keysOf(id)} size="icon-sm" onClick={() => editor.run(id)}>
        <Icon />
      </IconButton>
    );
  });
}

/** What can be done with the selection as a whole. */
export function ActionsSection() {
  const { editor } = useFileSession();
  const locked = editor.selection.every((id) => editor.scene.get(id)?.locked);
  const several = editor.selection.length > 1;
  return (
    <Section title="Arrange">
      {several ? (
        <div className="-mx-1 flex flex-wrap gap-0.5">
          <CommandButtons row={aligning} />
        </div>
      ) : null}
      <div className="-mx-1 flex flex-wrap gap-0.5">
        <CommandButtons row={ordering} />
        <CommandButtons
          row={[
            ['group', Group],
            ['ungroup', Ungroup],
            ['toggle_lock', locked ? LockOpen : Lock],
            ['toggle_hidden', EyeOff],
            ['duplicate', Copy],
            ['delete', Trash2],
          ]}
        />
      </div>
    </Section>
  );
}
