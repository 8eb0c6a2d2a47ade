// Spanish: predicates in words, and what the numbers of a race say.
export default `
## predicate

predicate-who = { $who ->
    [all] Cada modelo
    [any] Algún modelo
    [kind] Algún modelo { $name }
   *[one] { $name }
  }
predicate-rival = { $rival ->
    [others] cada uno de los demás modelos
    [kind] algún modelo { $rival_name }
   *[one] { $rival_name }
  }
predicate-relation = { $relation ->
    [below] menos de
    [most] como mucho
    [above] más de
    [least] al menos
   *[within] entre { $low } y
  }
predicate-quantity = { $metric ->
    [val_accuracy] { predicate-relation } un { $amount } % de aciertos
    [val_exact] { predicate-relation } un { $amount } % de aciertos completos
    [longer_accuracy] { predicate-relation } un { $amount } % de aciertos en ejemplos más largos
    [longer_exact] { predicate-relation } un { $amount } % de aciertos completos en ejemplos más largos
    [loss] una pérdida de entrenamiento de { predicate-relation } { $amount }
    [val_loss] una pérdida en datos reservados de { predicate-relation } { $amount }
    [longer_loss] una pérdida de { predicate-relation } { $amount } en ejemplos más largos
    [seconds] { predicate-relation } { $amount } segundos de entrenamiento
    [step] { predicate-relation } { $amount } pasos
    [parameters] { predicate-relation } { $amount } pesos
    [grad_norm] una norma del gradiente de { predicate-relation } { $amount }
    [lr] una tasa de aprendizaje de { predicate-relation } { $amount }
    [spikes] { predicate-relation } { $amount } picos de la pérdida
   [growth] operaciones por símbolo que se multiplican por { predicate-relation } { $amount }
       *[clipped] { predicate-relation } un { $amount } % de sus gradientes recortados
  }
predicate-measure = { $metric ->
    [val_accuracy] una proporción de aciertos
    [val_exact] una proporción de aciertos completos
    [longer_accuracy] una proporción de aciertos en ejemplos más largos
    [longer_exact] una proporción de aciertos completos en ejemplos más largos
    [loss] una pérdida de entrenamiento
    [val_loss] una pérdida en datos reservados
    [longer_loss] una pérdida en ejemplos más largos
    [seconds] un tiempo de entrenamiento
    [step] un número de pasos
    [parameters] un número de pesos
    [grad_norm] una norma del gradiente
    [lr] una tasa de aprendizaje
    [spikes] un número de picos
   *[clipped] una proporción de gradientes recortados
  }
predicate-unit = { $metric ->
    [val_accuracy] { $amount } puntos
    [val_exact] { $amount } puntos
    [longer_accuracy] { $amount } puntos
    [longer_exact] { $amount } puntos
    [clipped] { $amount } puntos
   *[loss] { $amount }
  }
predicate-share = { $scaled ->
    [yes] { $times } veces{ " " }
   *[no] { "" }
  }
predicate-aim = { $against ->
    [same] { predicate-measure }, { predicate-relation } { predicate-share }lo que tiene { predicate-rival }
    [more] { predicate-measure }, { predicate-relation } { predicate-share }lo que tiene { predicate-rival } más { predicate-unit }
    [less] { predicate-measure }, { predicate-relation } { predicate-share }lo que tiene { predicate-rival } menos { predicate-unit }
   *[number] { predicate-quantity }
  }
predicate-time = { $timed ->
    [yes] { " " }a más tardar en el paso { $by }
   *[no] { "" }
  }
predicate-until = { $timed ->
    [yes] { " " }hasta el { $by }
   *[no] { " " }en adelante
  }
predicate-reaches = { predicate-who } alcanza { predicate-aim }{ predicate-time }
predicate-stays = { predicate-who } se mantiene en { predicate-aim } desde el paso { $from }{ predicate-until }
predicate-never = { $who ->
    [all] Ningún modelo tiene nunca { predicate-aim }{ $timed ->
            [yes] { " " }hasta el paso { $by }
           *[no] { "" }
        }
   *[one] { predicate-who } no tiene nunca { predicate-aim }{ $timed ->
            [yes] { " " }hasta el paso { $by }
           *[no] { "" }
        }
  }
predicate-ends = { predicate-who } termina con { predicate-aim }
predicate-best = { predicate-who } tiene en su mejor momento{ $timed ->
    [yes] { " " }hasta el paso { $by }
   *[no] { "" }
  } { predicate-aim }
predicate-needs = { predicate-who } necesita { predicate-aim }{ predicate-time }
predicate-has = { predicate-who } tiene { predicate-aim }{ predicate-time }
predicate-nothing = No hay ningún número llamado { $metric }.
predicate-fault-object = Una meta es un objeto con model, metric, op y value.
predicate-fault-unknown = Una meta no tiene ninguna parte llamada { $field }.
predicate-fault-missing = A la meta le falta su { $field }.
predicate-fault-wrong = El { $field } de esta meta no es uno que pueda tener.
predicate-fault-together = El { $field } de esta meta no va con sus otras partes.

## verdict

verdict-sure = { $metric ->
    [exact] { $share } de aciertos completos en { $count } respuestas de datos reservados, es decir, entre { $low } y { $high }
    [whole] { $share } de aciertos en { $count } respuestas de datos reservados, es decir, entre { $low } y { $high }
    [both] { $whole } de aciertos completos; respuesta por respuesta, { $share } de aciertos en { $count } ejemplos reservados, es decir, entre { $low } y { $high }
   *[single] { $share } de aciertos, respuesta por respuesta, en { $count } ejemplos reservados, es decir, entre { $low } y { $high }
  }
verdict-share = { $metric ->
    [exact] { $share } de aciertos completos
    [both] { $whole } de aciertos completos; respuesta por respuesta, { $share } de aciertos
   *[other] { $share } de aciertos
  }
verdict-learned = { $name } ya lo había aprendido en el paso { $step }: { $found }.
verdict-learned_counting = { $name } acierta contando: { $found }.
verdict-partly = { $name } ha aprendido una parte: { $found }; «{ $line }» llega a { $bar }.
verdict-partly_counting = { $name }: { $found }; «{ $line }» llega a { $bar }.
verdict-unbegun = { $name } no ha empezado a aprenderlo: { $found }. Eso no se distingue de «{ $line }», que llega a { $bar }.
verdict-unbegun_less = { $name } no ha empezado a aprenderlo: { $found }. Eso es menos de lo que logra «{ $line }»: { $bar }.
verdict-back = { $name } ha vuelto adonde empezó: { $found }, y «{ $line }» llega a { $bar }.
verdict-none = { $name } no acertó ninguna respuesta entera: { $found }.
verdict-known = { $name }: { $found }.
verdict-below = { $name } termina con una pérdida en datos reservados de { $value }: desde el paso { $step } es menor que «{ $line }» ({ $bar }).
verdict-below_counting = { $name } tiene una pérdida en datos reservados de { $value }, menor que «{ $line }» ({ $bar }).
verdict-above = { $name } termina con una pérdida en datos reservados de { $value } y nunca fue menor que «{ $line }» ({ $bar }).
verdict-loss_back = { $name } termina con una pérdida en datos reservados de { $value }: fue menor que «{ $line }» ({ $bar }), y ya no lo es.
verdict-loss = { $name } termina con una pérdida en datos reservados de { $value }.
verdict-group = { $name }, { $count } semillas: { $range } de aciertos{ $learned ->
    [none] {""}
    [all] , todas con seguridad al menos { $bar }
    [unbegun] , ninguna con seguridad más que «{ $line }», que llega a { $bar }
   *[some] , { $some } de ellas con seguridad al menos { $bar }
  }.
verdict-from_to = { $same ->
    [yes] { $high }
   *[no] de { $low } a { $high }
  }
verdict-group_loss = { $name }, { $count } semillas: pérdida en datos reservados { $range }.
verdict-ahead = { $name } va por delante de { $others }: sus intervalos no se solapan.
verdict-level = Entre { $names } estos números no muestran diferencia.
verdict-unsure = Si la diferencia entre { $names } es más que azar, estos números no lo muestran: para eso hacen falta { $least } semillas de cada uno.
verdict-best = Ningún modelo puede hacerlo mejor que «{ $line }»: { $bar }.
verdict-spread = Con { $count } semillas este experimento dio: { $list }.
verdict-spread_one = { $name } { $range }
verdict-learning = { $count ->
    [one] { $names } aún mejoraba al final.
   *[other] { $names } aún mejoraban al final.
  }
verdict-learning_loss = La pérdida en datos reservados de { $names } aún bajaba al final.
verdict-fell = { $name } lo hacía mejor por el camino: { $then } en el paso { $step }, y { $now } al final.
verdict-one_seed = { $count ->
    [one] Eso es una sola semilla: con otra puede salir de otro modo.
   *[other] Eso es una sola semilla de cada uno: con otras puede salir de otro modo.
  }
verdict-one_seed_of = De { $names } eso es una sola semilla: con otra puede salir de otro modo.
verdict-so_far = { $how ->
    [single] Hasta ahora, respuesta a respuesta: { $list }.
   *[plain] Hasta ahora: { $list }.
  }
verdict-place = { $name } { $value } en el paso { $step }
verdict-refused = { $count ->
    [one] { $names } no puede hacer esta tarea.
   *[other] { $names } no pueden hacer esta tarea.
  }
verdict-diverged = { $name } divergió: después del paso { $step } su pérdida ya no era un número.
verdict-failed = { $name } se detuvo en el paso { $step }; su tarjeta dice por qué.
verdict-counted = { $order ->
    [0] contar letras
    [one] contar, { $order } letra atrás
   *[other] contar, { $order } letras atrás
  }
verdict-region = Veredicto
verdict-train_on = { $count ->
    [one] Seguir entrenando: { $count } paso
   *[other] Seguir entrenando: { $count } pasos
  }
verdict-another_seed = Otra semilla
verdict-another_hint = { $count ->
    [one] Entrena el mismo modelo otra vez, con otro comienzo
   *[other] Entrena los mismos modelos otra vez, con otro comienzo
  }
verdict-added = { $names }: en la carrera.

## baseline: lines of whoever learns nothing; fact: what a card says of a model

baseline-chance = { $of ->
    [always_the_most_frequent_number] Siempre el número más frecuente
    [without_looking] Sin mirar
    [any_of_the_10_words] Una cualquiera de las { $n } palabras
   *[other] Adivinar entre { $n }
  }
baseline-frequent = { $of ->
    [the_most_frequent_answer_at_each_place] La respuesta más frecuente en cada lugar
    [frequencies_of_answers_at_each_place] Frecuencias de las respuestas en cada lugar
    [frequencies_of_answers_alone] Solo las frecuencias de las respuestas
   *[other] Siempre la respuesta más frecuente
  }
baseline-mean = { $of ->
    [always_0] Siempre 0
    [always_1] Siempre 1
   *[other] Siempre la media
  }
baseline-naive = Otra vez el último valor
baseline-seasonal = El valor de { $n } pasos antes
baseline-noise = El ruido, que nadie puede pronosticar
baseline-words = Sumar palabras buenas y malas
baseline-causal = Lo máximo que permite leer de izquierda a derecha
baseline-memoryless = Sin memoria de las cifras
baseline-seen = Una cualquiera de las cifras vistas
baseline-counts = Contar paréntesis, en cualquier orden
baseline-silence = Siempre 0
baseline-one = Una sola gaussiana, la mejor
baseline-truth = La mezcla de la que se sacaron
fact-receptive_field = Campo receptivo
`;
