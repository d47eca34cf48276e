/** Shared by the drop-down and the context menu, so that they are one menu to the eye. */
export const menuClass =
  'z-50 min-w-48 max-h-(--radix-popper-available-height) scroll-quiet scroll-cue overflow-y-auto animate-appear rounded-lg border border-line p-1 text-ink text-sm shadow-overlay outline-none';
export const menuItemClass =
  'flex h-8 pointer-coarse:h-11 select-none items-center gap-2 rounded-md px-2 outline-none data-[disabled]:opacity-40 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-soft';
export const menuDangerClass = 'text-danger data-[highlighted]:bg-danger-soft [&_svg]:text-danger';
export const menuSeparatorClass = '-mx-1 my-1 h-px bg-line';
export const menuLabelClass = 'px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs';
