'use client';
import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Keys } from './keys.tsx';
import { menuClass, menuDangerClass, menuItemClass, menuLabelClass, menuSeparatorClass } from './menu-styles.ts';

/** Not modal: what is around stays there for assistive technology, and a press outside does what it says at once. */
export function Menu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}

export const MenuTrigger = Primitive.Trigger;
export const MenuRadioGroup = Primitive.RadioGroup;

export function MenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content sideOffset={4} collisionPadding={8} className={cn(menuClass, className)} {...props} />
    </Primitive.Portal>
  );
}

export function MenuItem({
  icon,
  keys,
  danger,
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.Item> & { icon?: ReactNode; keys?: string | undefined; danger?: boolean }) {
  return (
    <Primitive.Item className={cn(menuItemClass, danger && menuDangerClass, className)} {...props}>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {keys ? <Keys keys={keys} className="border-transparent bg-transparent" /> : null}
    </Primitive.Item>
  );
}

export function MenuRadioItem({ children, icon, ...props }: ComponentProps<typeof Primitive.RadioItem> & { icon?: ReactNode }) {
  return (
    <Primitive.RadioItem className={menuItemClass} {...props}>
      {icon}
      <span className="flex-1">{children}</span>
      <Primitive.ItemIndicator>
        <Check />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}

export function MenuLabel(props: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={menuLabelClass} {...props} />;
}

export function MenuSeparator() {
  return <Primitive.Separator className={menuSeparatorClass} />;
}

/** An item that opens further ones beside it. */
export function MenuSub({ label, icon, children }: { label: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Sub>
      <Primitive.SubTrigger className={cn(menuItemClass, 'data-[state=open]:bg-hover')}>
        {icon}
        <span className="flex-1 truncate">{label}</span>
        <ChevronRight />
      </Primitive.SubTrigger>
      <Primitive.Portal>
        <Primitive.SubContent sideOffset={4} collisionPadding={8} className={cn(menuClass, 'min-w-56')}>
          {children}
        </Primitive.SubContent>
      </Primitive.Portal>
    </Primitive.Sub>
  );
}
