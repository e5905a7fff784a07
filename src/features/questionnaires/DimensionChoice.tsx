import type { DimensionId, Form } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { addDimension, DIMENSIONS_MOST } from './form.edit'
import { freshDimensionId } from './form.ids'

interface DimensionChoiceProps {
  form: Form
  value: DimensionId | null
  /** With the form in which a new one may just have been made. */
  onChoose: (make: (form: Form) => Form, dimension: DimensionId | null) => void
}

const asItIs = (form: Form): Form => form

/** What a question asks about together with others (维度): one of them, none, or a new one. */
export const DimensionChoice = ({ form, value, onChoose }: DimensionChoiceProps) => {
  const [name, setName] = useState<string | null>(null)
  const make = () => {
    const written = name?.trim() ?? ''
    if (written === '') return
    const known = form.dimensions.find((dimension) => dimension.name === written)
    if (known) onChoose(asItIs, known.id)
    else {
      const id = freshDimensionId(form, Math.random)
      onChoose((before) => addDimension(before, id, written), id)
    }
    setName(null)
  }
  return (
    <View className="gap-4">
      <View className="text-field-label">归到哪个维度</View>
      <View className="edit-chips" {...semantics({ role: 'group', label: '归到哪个维度' })}>
        <View className="edit-chip">
          <Chip pressed={value === null} onTap={() => onChoose(asItIs, null)}>
            不归维度
          </Chip>
        </View>
        {form.dimensions.map((dimension) => (
          <View key={dimension.id} className="edit-chip">
            <Chip pressed={value === dimension.id} onTap={() => onChoose(asItIs, dimension.id)}>
              {dimension.name}
            </Chip>
          </View>
        ))}
        {name === null && form.dimensions.length < DIMENSIONS_MOST ? (
          <View className="edit-chip">
            <Chip onTap={() => setName('')}>新维度…</Chip>
          </View>
        ) : null}
      </View>
      {name === null ? null : (
        <View className="edit-line">
          <View className="grow">
            <TextField label="新维度的名字" value={name} maxlength={20} onInput={setName} onConfirm={make} />
          </View>
          <View className="edit-line-end">
            <Button kind="quiet" onTap={make}>
              加上
            </Button>
          </View>
        </View>
      )}
    </View>
  )
}
