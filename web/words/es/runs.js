// Spanish: races that are kept in this browser, files, and how kept races differ.
export default `
## runs; store

runs-title = Ejecuciones
runs-button = Ejecuciones
runs-named_of = { $name }: { $title }
runs-numbered = { $title } ({ $number })
runs-offer = «{ $title }» ya se entrenó aquí: { $progress }, { $when }.
runs-offer_untrained = «{ $title }» está guardada aquí desde que la elegiste, { $when }: aún no se ha entrenado.
runs-before = La carrera anterior está guardada: «{ $title }», { $progress }.
runs-go_on = Seguir
runs-open_again = Abrirla de nuevo
runs-show = Mostrarla
runs-no = No
runs-not_now = Ahora no
runs-opened = { $title } está como se dejó: { $progress }.
runs-elsewhere = Esta carrera se abrió también en otra pestaña. Lo que se entrene aquí desde ahora se guarda como una carrera propia.
runs-cleared = Lo que estaba guardado en este navegador se ha borrado. Esta carrera se guarda de nuevo.
runs-apart = «{ $title }» está aquí como se guardó: sus curvas, puntuaciones y pesos. Aquello de lo que aprendió no está en el archivo; da exactamente los mismos datos y seguirá donde estaba.
runs-text_first = Para seguir entrenando, da antes el texto.
runs-table_first = Para seguir entrenando, da antes los datos.
runs-reunited = Eso es de lo que aprendió: sigue donde estaba.
runs-not_that = «{ $title }» no es aquello de lo que aprendió esta carrera.
runs-other_of_name = Este «{ $title }» es otro que aquel del que aprendió esta carrera.
runs-shorter = { $count ->
    [one] Es { $count } byte más corto; tiene que ser igual hasta el último carácter.
   *[other] Es { $count } bytes más corto; tiene que ser igual hasta el último carácter.
  }
runs-longer = { $count ->
    [one] Es { $count } byte más largo; tiene que ser igual hasta el último carácter.
   *[other] Es { $count } bytes más largo; tiene que ser igual hasta el último carácter.
  }
runs-as_long = Es igual de largo, pero no es igual hasta el último carácter.
runs-other_data = Con él todos los modelos vuelven a empezar en el paso 0; lo que hay aquí se queda entre las ejecuciones de abajo.
runs-other_data_lost = Con él todos los modelos vuelven a empezar en el paso 0, y lo que hay aquí desaparece de la página.
runs-begin_anew = Empezar de nuevo con él
runs-untrained = aún sin entrenar
runs-done = terminada en el paso { $step }
runs-done_between = terminada en los pasos { $low } a { $high }
runs-today = hoy a las { $time }
runs-on = { $date }, { $time }
runs-loss = pérdida { $value }
runs-right = { $value } de aciertos
runs-present = en la página
runs-none = Lo que entrenas se guarda aquí, para seguir otro día.
runs-off = No se guarda nada: lo que entrenas desaparece al cerrar la página.
runs-all = Mostrar las { $count }
runs-sort = Ordenar por
runs-sort-newest = más recientes
runs-sort-score = mejor puntuación
runs-sort-name = nombre
runs-open = Abrir
runs-open_named = Abrir { $title }
runs-compare = Comparar
runs-compare_named = Comparar { $title } con esta carrera
runs-write = Nombre y nota
runs-write_named = Nombre y nota de { $title }
runs-write_yes = Guardar
runs-write_no = Cancelar
runs-name = Nombre
runs-note = Nota
runs-remove = Borrar
runs-remove_named = Borrar { $title }
runs-removed = «{ $title }» se ha borrado.
runs-undo = Deshacer
runs-alike = Preparada igual que esta carrera.
runs-keeps = { $count ->
    [one] { $count } carrera, { $size }, guardada en este navegador, solo en este dispositivo, cada pocos segundos mientras se entrena; no se envía nada a ningún sitio. Algunos navegadores borran lo que guarda una página que no se ha abierto en siete días: guarda como archivo lo que importe.
   *[other] { $count } carreras, { $size }, guardadas en este navegador, solo en este dispositivo, cada pocos segundos mientras se entrenan; no se envía nada a ningún sitio. Algunos navegadores borran lo que guarda una página que no se ha abierto en siete días: guarda como archivo lo que importe.
  }
runs-keeps_here = { $count ->
    [one] { $count } carrera, { $size }, guardada hasta que se cierre esta página: este navegador, o este marco, no tiene dónde guardarla.
   *[other] { $count } carreras, { $size }, guardadas hasta que se cierre esta página: este navegador, o este marco, no tiene dónde guardarlas.
  }
runs-keeps_nothing = Esta página no guarda nada en este navegador.
runs-room = { $count ->
    [one] Las carreras guardadas ocupan { $size }. Sin la más antigua de las que no tienen nombre quedarían libres { $freed }.
   *[other] Las carreras guardadas ocupan { $size }. Sin las { $count } más antiguas de las que no tienen nombre quedarían libres { $freed }.
  }
runs-yes_room = { $count ->
    [one] Borrarla
   *[other] Borrar estas { $count }
  }
runs-turn_off = No guardar nada
runs-turn_on = Guardar lo que entreno
runs-ask_off = { $count ->
    [one] Esto borra { $count } carrera guardada, y desde ahora no se guarda nada.
   *[other] Esto borra las { $count } carreras guardadas, y desde ahora no se guarda nada.
  }
runs-yes_off = Borrar y no guardar nada

## files

files-save = Guardar como archivo
files-save_present = Guardar como archivo la carrera de la página
files-save_named = Guardar como archivo: { $title }
files-what = La carrera con todos sus pesos y curvas, un modelo, o un recibo que dice cómo se entrenó y qué salió.
files-with_data = con mis datos dentro: { $title } (la carrera, y su recibo si los datos son cortos; el archivo de un modelo nunca los lleva)
files-without_data = Sin tus datos, otros ven sus curvas, puntuaciones, pesos y lo que escribieron los modelos, que puede parecerse a tu texto; para entrenarla más, o hacer que escriba, necesitan exactamente los mismos datos. También ven cómo se llama: { $title }.
files-part_with_data = con datos
files-race = La carrera (.zip)
files-model = { $name } (.safetensors)
files-receipt = Recibo (.json)
files-close = Cancelar
files-saved = { $name } está guardado.
files-open = Abrir un archivo …
files-opened = { $name } está en la página.
store-no_race_file = Este zip no es una carrera guardada por esta página o por su programa, o está dañado. Elige otro.
store-no_file = Este no es un archivo guardado por esta página o por su programa, o está dañado. Elige otro.
store-no_experiment = Este archivo no se puede abrir: { $reason }
store-changed_file = Este archivo no está como se guardó: algo en él se cambió o se dañó. Elige otra copia.
store-too_large = Este archivo es demasiado grande para ser una carrera o un modelo. Elige otro.
store-full = En este navegador no queda sitio para guardar esta carrera. Borra carreras guardadas abajo.
store-newer = Una versión más nueva de esta página guarda las ejecuciones de este navegador. Vuelve a cargar la página; lo que se entrene hasta entonces se pierde con ella.
store-deleted = Lo que guardaba esta página se borró. No se guarda nada hasta que se vuelva a cargar.
store-failed = Este navegador no deja que la página guarde nada: lo que se entrena desaparece al cerrar la página.
store-no_model_file = Este no es un archivo de modelo de esta página o de su programa, o está dañado. Elige otro.

## differences

differences-instead = { $place }: { $there } en vez de { $here }
differences-only_there = Solo en la carrera guardada: { $model }
differences-only_here = Solo en la carrera de la página: { $model }
differences-on_the_way = En la carrera guardada { $model } se cambió mientras se entrenaba
differences-on_the_way_here = En la carrera de la página { $model } se cambió mientras se entrenaba
differences-data = Aprendió de otros datos tuyos
differences-more = y { $count } más
differences-unset = lo de la carrera
differences-yes = sí
differences-no = no
`;
