// Spanish: taking part in an exercise, and handing it in.
export default `
## taking

taking-name = Tu nombre
taking-take_name = Usar este nombre
taking-name_why = De él se siguen los primeros pesos de tus redes y sus ejemplos, así que en una clase cada cual tiene su propia carrera. Se queda en este navegador hasta que entregues.
taking-named = { $name }: tu carrera tiene la semilla { $seed }.
taking-name_claimed = Figura en lo que entregas; esta página no lo envía a nadie.
taking-other_name = Algunas de tus ejecuciones se entrenaron con la semilla de otro nombre. Quien las compruebe lo verá.

taking-hint = Una pista ({ $at } de { $all })
taking-hints = Pistas

taking-questions = Preguntas
taking-to_questions = Ir a las preguntas
taking-without = Seguir sin lo demás
taking-answer = Responder
taking-no_number = Escribe un número, como 2.5 o 2,5.
taking-given = Has respondido { $answer }.
taking-right = Es correcto.
taking-wrong = No es correcto.
taking-text_kept = Se guarda en este navegador y forma parte de lo que entregas. Aquí nadie lo juzga.
taking-text_here = Se guarda hasta que se cierre esta página y forma parte de lo que entregas. Aquí nadie lo juzga.
taking-text_elsewhere = En otra visita escribiste algo aquí. Lo que se escribe se queda donde se escribió: escríbelo de nuevo para entregarlo.

taking-open = – todavía no
taking-reached_in = – sí, en la ejecución { $run }
taking-all_reached = Todo está alcanzado.
taking-fast = Esta carrera se entrena con la aritmética rápida, cuyos resultados ningún otro ordenador repite bit a bit. Estas ejecuciones no cuentan y no se pueden entregar.
taking-strict = Entrenar de forma reproducible

taking-find_previous_token = Encuentra una cabeza de { $model } que mire a la posición anterior: con al menos { $share } de su atención.
taking-find_prefix_match = Encuentra una cabeza de { $model } que mire a lo que siguió antes al mismo símbolo: con al menos { $share } de su atención.
taking-find_copy_alignment = Encuentra una cabeza de { $model } que mire al símbolo que hay que responder: con al menos { $share } de su atención.
taking-point = Haz clic abajo en una cabeza, o ve a ella con las flechas y pulsa Intro. Después di que es ella.
taking-point_waits = Las cabezas se pueden señalar en cuanto las redes se han entrenado y están paradas.
taking-pointed = Señalas la capa { $layer }, cabeza { $head }.
taking-point_this = Es esta
taking-point_right = Sí: la capa { $layer }, cabeza { $head } mira ahí con { $share } de su atención.
taking-point_wrong = La capa { $layer }, cabeza { $head } mira ahí con { $share } de su atención. No basta; mira otra.
taking-point_none = De la capa { $layer }, cabeza { $head } esto no se mide. Mira otra.

taking-hand_in = Entregar
taking-hand_in_what = Guarda el recibo y entrega el archivo donde lo pida quien te enseña; o copia el código, que dice lo mismo en breve.
taking-no_run = Aún no hay nada que entregar: entrena primero las redes.
taking-save = Guardar el recibo
taking-saved = Guardado como { $name }. Entrega este archivo.
taking-saved_nameless = Guardado como { $name }, sin nombre. Escribe el tuyo arriba y guárdalo otra vez: si no, nadie sabrá de quién es.
taking-copy = Copiar el código
taking-copied = El código está copiado. Pégalo donde lo pida quien te enseña.
taking-copied_nameless = El código está copiado, sin nombre. Escribe el tuyo arriba y cópialo otra vez: si no, nadie sabrá de quién es.
taking-not_copied = El navegador no permite copiar aquí. El código está seleccionado: cópialo a mano.
taking-code = El código
taking-sandboxed = Si no se guarda ningún archivo, la página que rodea este marco no lo permite. El código siempre funciona.
taking-proved = Quien tenga el recibo puede entrenar de nuevo tus ejecuciones: pasos, puntuaciones, pesos y metas quedan así demostrados. Tu nombre, tu predicción, tus respuestas y el tiempo solo se afirman.
taking-sum_prediction = Tu predicción
taking-sum_goals = Metas alcanzadas
taking-sum_answers = Preguntas respondidas
taking-sum_runs = Ejecuciones
taking-sum_hints = Pistas usadas
taking-forget = Olvidar lo que hice aquí
taking-forget_what = Tu nombre, tu predicción, tus respuestas y tus ejecuciones se quitan de este navegador. Lo que ya has entregado queda entregado.
taking-forget_yes = Olvidarlo
taking-forget_no = Conservarlo
taking-not_ours = Este estado es de otro ejercicio o no está entero. No se ha cambiado nada.
taking-of = { $some } de { $all }
`;
