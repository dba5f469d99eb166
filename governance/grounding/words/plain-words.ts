/** The smallest words of English and German, which every sentence has some of. */
export const plainWords: ReadonlySet<string> = new Set(
  `the a an and or but of to in on at by for from with as is are was were be been it its this that these those there here we you i he she they us them our your my their me not no
  have has had will would can could may might should do does did if so than then when what which who how why where all any some one two more most only also just now yet still very
  don can't cannot isn wasn hasn haven didn doesn won couldn shouldn wouldn aren weren between per about once
  der die das den dem des ein eine einen einem einer eines und oder aber von zu im in an am auf bei für mit aus nach vor über unter ist sind war waren wird werden wurde wurden hat haben
  hatte es er sie wir ich uns ihnen ihr ihre ihren ihrem ihrer unser unsere nicht kein keine keinen wenn ob dass wie was wer wo auch noch nur schon so sehr mehr zum zur vom beim sich als um bis
  kann können soll muss möchte bitte leider gern hier da dann denn diese dieser dieses diesen einfach laut ab ja nein nichts etwas mir mich dir zwischen seit bereits heute morgen gestern dazu daher deshalb jetzt erst`.split(
    /\s+/,
  ),
);
