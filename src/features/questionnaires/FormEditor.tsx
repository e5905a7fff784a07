import { type Form, isScored } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import {
  addDimension,
  DIMENSIONS_MOST,
  removeDimension,
  renameDimension,
  setOverall,
  writeOpening,
  writeTitle,
} from './form.edit'
import { freshDimensionId } from './form.ids'
import { numberOf } from './row.words'
import type { Draft } from './use-draft'

interface FormEditorProps {
  form: Form
  change: Draft['change']
  gaps: readonly string[]
}

const OPENING_MOST = 200

/** What is not one question's: the name, the words before it, the dimensions, the headline question. */
export const FormEditor = ({ form, change, gaps }: FormEditorProps) => {
  const scored = form.questions.filter(isScored)
  return (
    <View className="editor" {...semantics({ role: 'region', label: '改整份问卷' })}>
      <Head>整份问卷</Head>
      <View className="gap-3">
        <TextField
          label="问卷名称"
          value={form.title}
          maxlength={60}
          error={gaps.some((gap) => gap.startsWith('问卷名称')) ? '请写 2 到 30 个字。' : undefined}
          onInput={(title) => change((before) => writeTitle(before, title), 'title')}
        />
      </View>
      <View className="gap-4">
        <View className="text-field-label">开头的话</View>
        <Letter
          label="开头的话"
          lines={3}
          limit={OPENING_MOST}
          value={form.opening ?? ''}
          placeholder="谁在问，为什么问，答案怎么用。可以不写"
          onInput={(opening) => change((before) => writeOpening(before, opening), 'opening')}
        />
      </View>
      <Dimensions form={form} change={change} />
      <View className="gap-5">
        <Head>总体满意题</Head>
        <View className="t4 c2">选“最好”的人占多少，就是这份问卷的总数。</View>
        <List label="总体满意题">
          <Item
            title="不设"
            current={form.overall === null}
            end={form.overall === null ? '现在' : undefined}
            onTap={() => change((before) => setOverall(before, null))}
          />
          {scored.map(({ id, text }) => (
            <Item
              key={id}
              title={`第 ${numberOf(form, id)} 题 ${text}`}
              current={form.overall === id}
              end={form.overall === id ? '现在' : undefined}
              onTap={() => change((before) => setOverall(before, id))}
            />
          ))}
        </List>
      </View>
    </View>
  )
}

const Dimensions = ({ form, change }: Pick<FormEditorProps, 'form' | 'change'>) => {
  const [name, setName] = useState('')
  const make = () => {
    const written = name.trim()
    if (written === '' || form.dimensions.some((dimension) => dimension.name === written)) return
    change((before) => addDimension(before, freshDimensionId(before, Math.random), written))
    setName('')
  }
  return (
    <View className="gap-5">
      <Head>维度</Head>
      <View className="t4 c2">几道题合起来问一件事，结果按维度看。</View>
      {form.dimensions.map((dimension, place) => {
        const members = form.questions.filter((each) => isScored(each) && each.dimension === dimension.id).length
        return (
          <View key={dimension.id} className="edit-line gap-3">
            <View className="grow">
              <TextField
                label={`维度 ${place + 1}`}
                aside={`${members} 题`}
                value={dimension.name}
                maxlength={40}
                onInput={(written) =>
                  change((before) => renameDimension(before, dimension.id, written), `dimension.${dimension.id}`)
                }
              />
            </View>
            <View className="edit-line-end">
              <LinkText
                role="button"
                label={`删掉维度“${dimension.name}”`}
                onTap={() => change((before) => removeDimension(before, dimension.id))}
              >
                删掉
              </LinkText>
            </View>
          </View>
        )
      })}
      {form.dimensions.length < DIMENSIONS_MOST ? (
        <View className="edit-line gap-3">
          <View className="grow">
            <TextField label="再加一个维度" value={name} maxlength={20} onInput={setName} onConfirm={make} />
          </View>
          <View className="edit-line-end">
            <Button kind="quiet" label="加上这个维度" onTap={make}>
              加上
            </Button>
          </View>
        </View>
      ) : null}
    </View>
  )
}
