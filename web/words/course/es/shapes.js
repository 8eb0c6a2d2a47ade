export default `
## course-shapes: other shapes

course-shapes-title = Otras formas
course-shapes-question = Una bolsa de letras no tiene orden. ¿Qué red aprende a contar las distintas?
course-shapes-lead =
    ¿Cuántas letras distintas hay? Su orden no significa nada. La LSTM lee una tras otra; en el Set Transformer cada letra mira a todas las
    demás, nada le dice cuál vino primero, y lo que encuentran se junta en una suma ponderada («agrupado por atención»).
course-shapes-summary =
    Dos redes cuentan las letras distintas de una bolsa; una lee en orden, la otra no puede distinguir ningún orden. Predice cuál lo aprende;
    después baraja las letras y compara sus respuestas.
course-shapes-thumbnail = Una bolsa de letras, y con qué fuerza mira cada una de ellas a cada una de las demás en el Set Transformer.
course-shapes-choice_lstm = La LSTM
course-shapes-reply_lstm =
    La LSTM podría llevar una lista de lo que ha leído, como haría una persona. En estos 800 pasos no lo ha aprendido: no llega al 62 %. Que
    el orden no significa nada lo tiene que aprender de ejemplos.
course-shapes-choice_set = El Set Transformer
course-shapes-reply_set =
    Sí. El Set Transformer acierta al menos nueve de cada diez bolsas no vistas; la LSTM no llega al 62 % en los mismos 800 pasos.
course-shapes-choice_both = Ambas redes
course-shapes-reply_both =
    A ambas redes se les muestran bolsas en cualquier orden. De ahí tendría que aprenderlo la LSTM, y en 800 pasos no lo hace: baraja las letras,
    y su respuesta cambia. El Set Transformer no necesita aprenderlo.
course-shapes-choice_neither = Ninguna
course-shapes-reply_neither =
    Donde el orden significa algo, así es: un Transformer sin posiciones no puede dar la vuelta a una palabra. Aquí no significa nada, y el Set
    Transformer no pierde nada por no verlo.
course-shapes-reply_unsure = Pues míralo: el Set Transformer lo aprende, la LSTM no llega al 62 % en los mismos 800 pasos.
course-shapes-why =
    Una suma cuyos pesos preguntan qué es cada parte, no dónde está, es la misma en cualquier orden. El Set Transformer responde a partir de sumas
    así: barajar deja sus barras donde estaban. La LSTM cambia su memoria con cada letra: otro orden, otra memoria, otras barras (mira el anillo).
course-shapes-knob = ¿Qué se le facilita a la LSTM?
course-shapes-knob_slow = Nada
course-shapes-knob_small = Bolsas de 2 a 4 letras
course-shapes-knob_fast = Una tasa de aprendizaje cinco veces mayor
course-shapes-challenge =
    Encuentra un ajuste con el que la LSTM llegue al menos al 65 % de aciertos. ¿Es entonces su respuesta la misma en cualquier orden?
course-shapes-challenge_done =
    Con una tasa de aprendizaje mayor la LSTM aprendió más en los mismos pasos; bolsas más pequeñas no le ayudan. Aun así, lo segura que está de cada
    respuesta depende del orden: baraja, y sus barras se mueven. Las del Set Transformer no, entrenado o no.
course-shapes-transfer =
    A partir de los artículos de una cesta de la compra, una red tiene que decir cuánto cuestan juntos. ¿Cuál dice por fuerza lo mismo para la
    misma cesta, se pongan los artículos en el orden que se pongan?
course-shapes-transfer_sum = Una que hace un número de cada artículo y los suma
course-shapes-transfer_reply_sum = Sí: una suma no depende del orden de lo que se suma, se haya aprendido lo que se haya aprendido.
course-shapes-transfer_lstm = Una LSTM sin ningún fallo en su última prueba
course-shapes-transfer_reply_lstm =
    La LSTM puede acertar todo aquello con lo que se probó; nada hace que dé la misma respuesta en un orden que nunca ha leído.
course-shapes-transfer_shuffle = Una LSTM que leyó cada cesta en diez órdenes
course-shapes-transfer_reply_shuffle = Diez órdenes de diez artículos son diez de 3.628.800. La LSTM se acerca más, pero nada la obliga.
course-shapes-door_waves = Entra uno, salen muchos: una onda se dibuja a partir de su descripción
course-shapes-door_digits = Entran muchos, sale uno: una cifra se lee fila a fila, junto a una convolución sobre su imagen
course-shapes-door_clouds = Entra un conjunto, sale un conjunto de nubes: puntos en el plano
course-shapes-background_1 =
    Una función de un conjunto no debe cambiar cuando sus miembros cambian de lugar: π es un orden cualquiera de 1 a n. Vinyals, Bengio y Kudlur
    mostraron en 2015 que a las redes recurrentes les importa en qué orden se lee un conjunto, y dejaron que la atención lo leyera sin ninguno. En
    esta página, ambos lados los calcula el motor. Con el Set Transformer coinciden en al menos cinco decimales, no hasta el último, ya que una
    suma de números redondeados se redondea de otro modo en otro orden.
course-shapes-background_2 =
    Una suma de lo que se hace de cada miembro (φ), y algo hecho de la suma (ρ), es una función así; Zaheer y otros mostraron en 2017 en qué
    condiciones toda función así se puede escribir de este modo. Ahí ningún miembro se compara con otro antes de la suma. El Set Transformer (Lee
    y otros, 2019) deja que antes todos los miembros se miren entre sí: atención sin posiciones, a un coste que crece con el cuadrado de su
    número. Que necesita menos ejemplos se afirma de tareas de esta clase, no de todos los conjuntos.
course-shapes-remember =
    Lo que está hecho de modo que no pueda ver el orden da la misma respuesta en cualquiera, entrenado o no; lo que lee en orden lo tiene que
    aprender de ejemplos.
`;
