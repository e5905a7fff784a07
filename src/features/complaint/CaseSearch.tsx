import { View } from '@tarojs/components'
import { TextField } from '../../ui/TextField'
import { CASE_SEARCH } from './case.focus'
import './CaseSearch.css'

/** Finds a case among those that are listed. */
export const CaseSearch = ({ value, onInput }: { value: string; onInput: (text: string) => void }) => (
  <View id={CASE_SEARCH} className="case-search">
    <TextField label="找一件" aside="编号或开头几个字" value={value} maxlength={40} onInput={onInput} />
  </View>
)
