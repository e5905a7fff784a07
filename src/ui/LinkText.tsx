import { Tappable } from './Tappable'
import './LinkText.css'

interface LinkTextProps {
  children: string
  /** When the words alone do not say where it leads. */
  label?: string
  role?: 'link' | 'button'
  onTap: () => void
}

/** A few tappable words in a line, with room for a finger around them. */
export const LinkText = ({ children, label, role = 'link', onTap }: LinkTextProps) => (
  <Tappable role={role} className="link-text" label={label ?? children} onTap={onTap}>
    {children}
  </Tappable>
)
