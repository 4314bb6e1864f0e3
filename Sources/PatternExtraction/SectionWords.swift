/// What authors of one language call the sections of a technique page and the labels in them; the
/// first name of a section is the one that a new page gets.
struct SectionWords: Sendable {
  var sections: [SectionNames.Section: [String]]
  var labels: [SectionNames.Label: [String]]

  static let english = SectionWords(
    sections: [
      .whatItIs: ["What It Is", "What Is It"],
      .whenToUse: ["When to Use It", "When to Use", "When to Use This"],
      .pattern: ["The Pattern", "Pattern", "Patterns", "The Patterns"],
      .examples: ["Examples in Practice", "Examples", "Worked Examples"],
      .pitfalls: ["Common Pitfalls", "Pitfalls", "Common Mistakes"],
      .related: ["Related Techniques", "Related Patterns", "Related", "See Also"],
      .reading: ["Further Reading", "References"],
    ],
    labels: [
      .context: ["Context"],
      .why: ["Why this works", "Why it works", "Why this worked", "Why it worked"],
      .problem: ["Problem"], .fix: ["Fix", "Solution"],
    ])

  static let byLanguage: [String: SectionWords] = [
    "de": SectionWords(
      sections: [
        .whatItIs: ["Was es ist", "Was ist das", "Worum es geht"],
        .whenToUse: [
          "Wann man es verwendet", "Wann verwenden", "Wann einsetzen", "Wann man es einsetzt",
        ],
        .pattern: ["Das Muster", "Muster", "Die Muster", "Die Vorlage", "Vorlage"],
        .examples: ["Beispiele aus der Praxis", "Beispiele", "Praxisbeispiele"],
        .pitfalls: ["Häufige Fehler", "Typische Fehler", "Häufige Fallstricke", "Fallstricke"],
        .related: ["Verwandte Techniken", "Verwandte Muster", "Verwandtes", "Siehe auch"],
        .reading: ["Zum Weiterlesen", "Weiterführende Literatur", "Literatur", "Quellen"],
      ],
      labels: [
        .context: ["Kontext", "Zusammenhang"],
        .why: ["Warum das funktioniert", "Warum es funktioniert"],
        .problem: ["Problem"], .fix: ["Lösung", "Abhilfe"],
        .example: ["Beispiel", "Beispiele", "Ausgefülltes Beispiel", "Hier ein Beispiel"],
      ]),
    "es": SectionWords(
      sections: [
        .whatItIs: ["Qué es", "¿Qué es"],
        .whenToUse: ["Cuándo usarlo", "¿Cuándo usarlo", "Cuándo usarla", "Cuándo utilizarlo"],
        .pattern: ["El patrón", "Patrón", "Los patrones", "Patrones", "La plantilla", "Plantilla"],
        .examples: ["Ejemplos prácticos", "Ejemplos", "Ejemplos en la práctica"],
        .pitfalls: ["Errores comunes", "Errores frecuentes"],
        .related: ["Técnicas relacionadas", "Patrones relacionados", "Véase también"],
        .reading: ["Lecturas adicionales", "Para saber más", "Referencias"],
      ],
      labels: [
        .context: ["Contexto"], .why: ["Por qué funciona", "Por qué esto funciona"],
        .problem: ["Problema"], .fix: ["Solución"],
        .example: ["Ejemplo", "Ejemplos", "Ejemplo completado", "Ejemplo rellenado"],
      ]),
    "fr": SectionWords(
      sections: [
        .whatItIs: ["Ce que c'est", "De quoi s'agit-il", "Ce que c’est", "De quoi s’agit-il"],
        .whenToUse: ["Quand l'utiliser", "Quand l’utiliser", "Quand s'en servir"],
        .pattern: ["Le modèle", "Modèle", "Modèles", "Les modèles", "Le patron", "Le motif"],
        .examples: ["Exemples pratiques", "Exemples", "Exemples concrets"],
        .pitfalls: ["Pièges courants", "Pièges", "Erreurs courantes", "Erreurs fréquentes"],
        .related: [
          "Techniques liées", "Techniques associées", "Techniques connexes", "Voir aussi",
        ],
        .reading: ["Pour aller plus loin", "Lectures complémentaires", "Références"],
      ],
      labels: [
        .context: ["Contexte"], .why: ["Pourquoi cela fonctionne", "Pourquoi ça marche"],
        .problem: ["Problème"], .fix: ["Solution", "Remède"],
        .example: ["Exemple", "Exemples", "Exemple rempli", "Voici un exemple"],
      ]),
    "it": SectionWords(
      sections: [
        .whatItIs: ["Che cos'è", "Cos'è", "Che cos’è", "Cos’è"],
        .whenToUse: ["Quando usarlo", "Quando usarla", "Quando utilizzarlo"],
        .pattern: ["Il modello", "Modello", "Modelli", "I modelli", "Lo schema"],
        .examples: ["Esempi pratici", "Esempi"],
        .pitfalls: ["Errori comuni", "Errori frequenti"],
        .related: ["Tecniche correlate", "Modelli correlati", "Vedi anche"],
        .reading: ["Per approfondire", "Letture consigliate", "Riferimenti"],
      ],
      labels: [
        .context: ["Contesto"], .why: ["Perché funziona"], .problem: ["Problema"],
        .fix: ["Soluzione", "Rimedio"],
        .example: ["Esempio", "Esempi", "Esempio compilato", "Ecco un esempio"],
      ]),
    "ja": SectionWords(
      sections: [
        .whatItIs: ["概要", "これは何か"], .whenToUse: ["使いどころ", "いつ使うか"],
        .pattern: ["パターン", "テンプレート"], .examples: ["実例", "例", "使用例"],
        .pitfalls: ["よくある落とし穴", "よくある間違い"], .related: ["関連する技法", "関連項目"],
        .reading: ["参考文献", "さらに読む"],
      ],
      labels: [
        .context: ["背景", "文脈"], .why: ["うまくいく理由"], .problem: ["問題"],
        .fix: ["対策", "解決策"], .example: ["例", "記入例"],
      ]),
    "nl": SectionWords(
      sections: [
        .whatItIs: ["Wat het is", "Wat is het"],
        .whenToUse: ["Wanneer te gebruiken", "Wanneer gebruik je het"],
        .pattern: ["Het patroon", "Patroon", "Patronen", "Het sjabloon", "Sjabloon"],
        .examples: ["Voorbeelden uit de praktijk", "Voorbeelden", "Praktijkvoorbeelden"],
        .pitfalls: ["Veelgemaakte fouten", "Valkuilen"],
        .related: ["Verwante technieken", "Verwante patronen", "Zie ook"],
        .reading: ["Verder lezen", "Literatuur", "Bronnen"],
      ],
      labels: [
        .context: ["Context"], .why: ["Waarom dit werkt", "Waarom het werkt"],
        .problem: ["Probleem"], .fix: ["Oplossing"],
        .example: ["Voorbeeld", "Voorbeelden", "Ingevuld voorbeeld"],
      ]),
    "pt": SectionWords(
      sections: [
        .whatItIs: ["O que é"],
        .whenToUse: ["Quando usar", "Quando utilizar"],
        .pattern: ["O padrão", "Padrão", "Padrões", "Os padrões", "O modelo", "Modelo"],
        .examples: ["Exemplos práticos", "Exemplos", "Exemplos na prática"],
        .pitfalls: ["Erros comuns", "Armadilhas comuns"],
        .related: ["Técnicas relacionadas", "Padrões relacionados", "Veja também"],
        .reading: ["Leituras adicionais", "Para saber mais", "Referências"],
      ],
      labels: [
        .context: ["Contexto"], .why: ["Por que funciona", "Por que isto funciona"],
        .problem: ["Problema"], .fix: ["Solução", "Correção"],
        .example: ["Exemplo", "Exemplos", "Exemplo preenchido"],
      ]),
    "zh": SectionWords(
      sections: [
        .whatItIs: ["是什么", "這是什麼", "简介", "簡介"], .whenToUse: ["何时使用", "何時使用", "适用场景"],
        .pattern: ["模式", "模板", "范式"], .examples: ["实践示例", "示例", "實例", "例子"],
        .pitfalls: ["常见误区", "常见错误", "常見錯誤"], .related: ["相关技巧", "相关技术", "相關技巧"],
        .reading: ["延伸阅读", "延伸閱讀", "参考资料", "參考資料"],
      ],
      labels: [
        .context: ["背景", "情境"], .why: ["为什么有效", "為什麼有效"], .problem: ["问题", "問題"],
        .fix: ["解决方法", "解決方法", "对策"], .example: ["示例", "例", "填写示例"],
      ]),
  ]
}
